# Return freight: sold with an order, in force with its shipment, paid when the parcel comes back.
set -eu
. "$(dirname "$0")/session.sh"
. "$(dirname "$0")/selling.sh"

# region quote
QUOTE=$(post /quotes '{"items":[{
  "itemId": "line-1", "productId": "return-freight",
  "insuredObject": {
    "orderNumber": "SO-20261123-0042", "category": "apparel", "distance": "neighbour",
    "buyerReturnRate": "0.20", "sellerRating": "4.7"
  }}]}')
offer
# endregion

# region policy
bind provider '{ "orderNumber": "SO-20261123-0042" }'
get /policies/$POLICY | pick status
# endregion

# region premium
pay pm_card_visa
get /policies/$POLICY | pick invoice.status
# endregion

# region shipment
NOW=$(get /clock | pick now)
post /policies/$POLICY/milestones '{"milestone":"shipment_confirmed","occurredAt":"'$NOW'"}' | pick status
# endregion

# region claim
NOW=$(get /clock | pick now)
CLAIM=$(post /policies/$POLICY/claims '{
  "coverage": "return-freight", "lossAt": "'$NOW'", "payee": "ba_1QK2v9L0aZ4xYw7T",
  "form": { "waybillNumber": "SBXSIGNED0001", "returnKind": "return", "paidBy": "buyer", "onPlatform": true }
}' | pick claimId)
settled
get /claims/$CLAIM | pick status
get /claims/$CLAIM | pick paid
# endregion
