# Before going live: a credential of its own for each system, and a secret that is rotated without a second of silence.
set -eu
. "$(dirname "$0")/session.sh"

# region least
TILL=$(post /credentials '{"name":"Checkout","scopes":["quotes:write","customers:write","policies:write","products:read"]}')
CREDENTIAL=$(printf %s "$TILL" | pick credentialId)
OLD=$(printf %s "$TILL" | pick secrets[0].secretId)
# endregion

# region rotate
ADDED=$(curl -s -X POST $BINDERY/v1/credentials/$CREDENTIAL/secrets -H "Authorization: Bearer $TOKEN" \
  -H "Idempotency-Key: $(uuid)")
token "$(printf %s "$ADDED" | pick clientId):$(printf %s "$ADDED" | pick secret)" > /dev/null
curl -s -X POST $BINDERY/v1/credentials/$CREDENTIAL/secrets/$OLD/revocations -H "Authorization: Bearer $TOKEN" \
  -H "Idempotency-Key: $(uuid)" | pick 'secrets.length'
# endregion
