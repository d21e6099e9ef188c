# What a refusal looks like, and what to branch on.
set -eu
. "$(dirname "$0")/session.sh"

# region field
post /customers '{"name":"王小明","phone":"12","locale":"zh-CN"}' > problem.json
pick code < problem.json
pick 'errors.map(({ pointer, code }) => `${pointer} ${code}`).join()' < problem.json
# endregion

# region product
post /quotes '{"items":[{
  "itemId": "line-1", "productId": "return-freight",
  "insuredObject": { "orderNumber": "SO-20261123-0045", "category": "jewels", "distance": "neighbour",
    "buyerReturnRate": "0.20", "sellerRating": "4.7" }
}]}' | pick 'errors[0].pointer'
# endregion

# region declined
post /quotes '{"items":[{
  "itemId": "line-1", "productId": "return-freight",
  "insuredObject": { "orderNumber": "SO-20261123-0045", "category": "apparel", "distance": "neighbour",
    "buyerReturnRate": "0.95", "sellerRating": "4.7" }
}]}' | pick 'items[0].reasons[0].code'
# endregion

# region language
curl -s "$BINDERY/v1/policies/pol_00000000000000000000000000" -H "Authorization: Bearer $TOKEN" \
  -H 'Accept-Language: zh-CN' | pick title
# endregion
rm problem.json
