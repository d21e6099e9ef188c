# Flight delay by the command line: the flight ZZ180 comes in three hours late, in every sandbox.
set -eu
bindery sandbox --name "A travel agent"

QUOTE=$(mktemp)
TOMORROW=$(node -p 'new Date(Date.now() + 86400000).toISOString().slice(0, 10)')
bindery quotes create --json --items '[{
  "itemId": "line-1", "productId": "flight-delay",
  "insuredObject": {
    "passengerDocument": "E12345678", "ticketNumber": "7812345104729",
    "flightNumber": "ZZ180", "scheduledDeparture": "'$TOMORROW'T18:30:00+08:00", "risk": "A", "delayPublished": false
  },
  "options": { "plan": "basic" }
}]' > "$QUOTE"
CUSTOMER=$(bindery customers register --name 陈晓 --phone +8613700137000 --locale zh-CN --pick customerId)
POLICY=$(bindery accept "@$QUOTE" --agree required --customer "$CUSTOMER" --collection partner \
  --reference booking-4711 --identity '{"passengerDocument": "E12345678", "ticketNumber": "7812345104729"}' \
  --pick policyId)

bindery clock advance P3D

CLAIM=$(bindery claims report --policy-id "$POLICY" --coverage flight-delay --loss-at now --payee ba_1QK2v9L0aZ4xYw7T \
  --form '{}' --pick claimId)
bindery settle
bindery claims get --claim-id "$CLAIM" --pick status
