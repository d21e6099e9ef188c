# The same request sent again: one policy, one answer. Another request under its key: refused.
set -eu
. "$(dirname "$0")/session.sh"

# region key
register() {
  curl -s -D "$HEAD" "$BINDERY/v1/customers" -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: customer-0042" \
    -H 'Content-Type: application/json' -d "$1"
}
HEAD=$(mktemp)
FIRST=$(register '{"name":"王小明","phone":"+8613800138000","locale":"zh-CN"}')
# endregion

# region again
AGAIN=$(register '{ "phone": "+8613800138000", "locale": "zh-CN", "name": "王小明" }')
test "$AGAIN" = "$FIRST"
grep -i '^idempotent-replayed' "$HEAD"
# endregion

# region other
register '{"name":"李娜","phone":"+8613800138000","locale":"zh-CN"}' | pick code
# endregion
rm "$HEAD"
