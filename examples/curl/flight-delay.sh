# Flight delay: paid by the minutes that a flight was late, as airport and airline say.
set -eu
. "$(dirname "$0")/session.sh"
. "$(dirname "$0")/selling.sh"

# region quote
TOMORROW=$(get /clock | node -p 'new Date(Date.parse(JSON.parse(fs.readFileSync(0)).now) + 864e5).toISOString().slice(0, 10)')
QUOTE=$(post /quotes '{"items":[{
  "itemId": "line-1", "productId": "flight-delay", "options": { "plan": "basic" },
  "insuredObject": {
    "flightNumber": "ZZ300", "scheduledDeparture": "'$TOMORROW'T18:30:00+08:00", "risk": "B", "delayPublished": false,
    "passengerDocument": "11010519491231002X", "ticketNumber": "7812345678901"
  }}]}')
offer
# endregion

# region policy
bind partner '{ "passengerDocument": "11010519491231002X", "ticketNumber": "7812345678901" }'
advance P3D
# endregion

# region claim
CLAIM=$(post /policies/$POLICY/claims '{
  "coverage": "flight-delay", "lossAt": "'$TOMORROW'T22:45:00+08:00", "payee": "ba_1QK2v9L0aZ4xYw7T", "form": {}
}' | pick claimId)
settled
get /claims/$CLAIM | pick status
get /claims/$CLAIM | pick paid
# endregion
