# Claims that are not plain: one waits for a fact, one goes to people, who find that nothing is to be paid.
set -eu
. "$(dirname "$0")/session.sh"
. "$(dirname "$0")/selling.sh"
shipped() {
  order "$1"
  bind partner '{ "orderNumber": "'$1'" }'
  NOW=$(get /clock | pick now)
  post /policies/$POLICY/milestones '{"milestone":"shipment_confirmed","occurredAt":"'$NOW'"}' | pick status
}
shipped SO-20261123-0047

# region form
get /products/return-freight | pick 'claimForms[0].form.map(({ name, type }) => `${name} ${type}`).join()'
# endregion

# region report
report() {
  post /policies/$POLICY/claims '{
    "coverage": "return-freight", "lossAt": "'$(get /clock | pick now)'", "payee": "ba_1QK2v9L0aZ4xYw7T",
    "form": { "waybillNumber": "'$1'", "returnKind": "return", "paidBy": "buyer", "onPlatform": true }
  }' | pick claimId
  settled
}
# endregion

# region waits
CLAIM=$(report SBXONITSWAY0001)
get /claims/$CLAIM | pick status
get /claims/$CLAIM | pick reasons[0]
# endregion

# region people
shipped SO-20261123-0048
CLAIM=$(report SBXFORGED0001)
get /claims/$CLAIM | pick status
APPROVER=$(person claims_approver)
as $APPROVER post /claims/$CLAIM/rejection '{"reasons":["loss-not-proved"]}' | pick status
get /claims/$CLAIM | pick 'clauses.join()'
# endregion
