# Being told: an endpoint, a try, and what was sent. HOOKS is where you listen, and WEBHOOK_SECRET what you verify with.
set -eu
. "$(dirname "$0")/session.sh"
HOOKS=${HOOKS:-http://localhost:4242/hooks}

# region endpoint
ENDPOINT=$(post /webhook-endpoints '{"url":"'$HOOKS'","types":["policy.bound","claim.paid"]}')
ID=$(printf %s "$ENDPOINT" | pick endpointId)
WEBHOOK_SECRET=$(printf %s "$ENDPOINT" | pick secret)
# endregion

# region ping
curl -s -X POST $BINDERY/v1/webhook-endpoints/$ID/ping -H "Authorization: Bearer $TOKEN" \
  -H "Idempotency-Key: $(uuid)" | pick status
# endregion

# region rehearse
post /sandbox/events '{"type":"policy.bound","endpointId":"'$ID'"}' | pick 'items.length'
settled
get /webhook-endpoints/$ID/deliveries | pick 'items.map(({ event, status }) => `${event.type} ${status}`).join()'
# endregion
