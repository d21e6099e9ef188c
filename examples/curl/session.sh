# What every script here begins with: a sandbox of its own, a token, and three words to ask with.

# region tools
BINDERY=${BINDERY:-http://localhost:8787}
uuid() { node -p 'crypto.randomUUID()'; }
pick() {
  node -p "const text = fs.readFileSync(0, 'utf8'); let it; try { it = JSON.parse(text).$1 } catch {}
    if (it === undefined) throw text; typeof it === 'string' ? it : JSON.stringify(it)"
}
# endregion

# region sandbox
SANDBOX=$(curl -s $BINDERY/v1/sandboxes -H "Idempotency-Key: $(uuid)" -H 'Content-Type: application/json' \
  -d '{"name":"My shop"}')
TENANT=$(printf %s "$SANDBOX" | pick tenant)
LOGIN=$(printf %s "$SANDBOX" | pick clientId):$(printf %s "$SANDBOX" | pick secret)
# endregion

# region token
token() { curl -s $BINDERY/oauth/token -u "$1" -d grant_type=client_credentials | pick access_token; }
TOKEN=$(token "$LOGIN")
# endregion

# region ask
get() { curl -s "$BINDERY/v1$1" -H "Authorization: Bearer $TOKEN"; }
post() {
  curl -s "$BINDERY/v1$1" -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: $(uuid)" \
    -H 'Content-Type: application/json' -d "$2"
}
# endregion

# region settled
settled() { curl -s -o /dev/null $BINDERY/ops/idle; }
# endregion
