# A year in a minute: what falls due on the way happens, in order, each at its own instant.
set -eu
. "$(dirname "$0")/session.sh"
. "$(dirname "$0")/selling.sh"
QUOTE=$(post /quotes '{"items":[{
  "itemId": "line-1", "productId": "device-protection", "options": { "plan": "screen", "deductible": "10" },
  "insuredObject": {
    "model": "Phone 16", "imei": "356938035643809", "deviceValue": 499900,
    "purchasedOn": "'$(TZ=Asia/Shanghai date +%F)'", "region": "T1", "priorRepairs": 0 } }]}')
offer
bind provider '{ "imei": "356938035643809" }'

# region unpaid
get /policies/$POLICY | pick status
advance P2D
get /policies/$POLICY | pick status
# endregion

# region woken
get /clock | pick lastAdvance.woken
# endregion

# region told
get /events | pick 'items.map(({ type }) => type).filter((type) => type.startsWith("policy.")).join()'
# endregion

# region anew
curl -s -X POST $BINDERY/v1/sandbox/reset -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: $(uuid)" | pick tenant
# endregion
