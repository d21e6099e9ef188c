# Device protection: in force from the next day, claimed for a broken screen, decided by two people.
set -eu
. "$(dirname "$0")/session.sh"
. "$(dirname "$0")/selling.sh"

# region quote
TODAY=$(TZ=Asia/Shanghai date +%F)
QUOTE=$(post /quotes '{"items":[{
  "itemId": "line-1", "productId": "device-protection", "options": { "plan": "screen", "deductible": "10" },
  "insuredObject": {
    "model": "Phone 16", "imei": "356938035643809", "deviceValue": 499900, "purchasedOn": "'$TODAY'", "region": "T1",
    "priorRepairs": 0
  }}]}')
offer
# endregion

# region policy
bind partner '{ "imei": "356938035643809" }'
advance P2D
get /policies/$POLICY | pick status
# endregion

# region claim
NOW=$(get /clock | pick now)
CLAIM=$(post /policies/$POLICY/claims '{
  "coverage": "screen", "lossAt": "'$NOW'", "payee": "ba_1QK2v9L0aZ4xYw7T", "form": { "repairQuote": 120000 }
}' | pick claimId)
settled
get /claims/$CLAIM | pick status
# endregion

# region people
HANDLER=$(person claims_handler)
APPROVER=$(person claims_approver)
AMOUNT=$(as $HANDLER post /claims/$CLAIM/assessment '{}' | pick handling.assessed.amount.amount)
as $APPROVER post /claims/$CLAIM/approval '{"amount":'$AMOUNT'}' | pick status
settled
get /claims/$CLAIM | pick paid
# endregion
