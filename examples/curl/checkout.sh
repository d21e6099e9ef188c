# A checkout: one basket with two offers, one of which the buyer declines, and a certificate that anybody can check.
set -eu
. "$(dirname "$0")/session.sh"
. "$(dirname "$0")/selling.sh"

# region quote
QUOTE=$(post /quotes '{"items":[
  { "itemId": "shirt", "productId": "return-freight", "insuredObject": {
      "orderNumber": "SO-20261123-0043", "category": "apparel", "distance": "neighbour",
      "buyerReturnRate": "0.20", "sellerRating": "4.7" } },
  { "itemId": "phone", "productId": "device-protection", "options": { "plan": "screen", "deductible": "10" },
    "insuredObject": {
      "model": "Phone 16", "imei": "356938035643809", "deviceValue": 499900,
      "purchasedOn": "'$(TZ=Asia/Shanghai date +%F)'", "region": "T1", "priorRepairs": 0 } }
]}')
printf %s "$QUOTE" | pick 'items.map(({ itemId, offer }) => `${itemId} ${offer.premium.gross.amount}`).join()'
# endregion

# region disclosures
printf %s "$QUOTE" | pick 'items[0].offer.disclosures.map(({ code, required }) => `${code}:${required}`).join()'
get /products/return-freight | pick 'disclosures.find(({ code }) => code === "data-use").text.en'
# endregion

# region basket
acknowledged() {
  printf %s "$QUOTE" | pick "items[$1].offer.disclosures.filter((one) => one.required)
    .map(({ code, contentHash }) => ({ code, contentHash }))"
}
BASKET=$(post /baskets '{
  "customerId": "'$CUSTOMER'", "reference": "checkout-7f3a9c", "collection": "partner",
  "items": [{
    "offer": "'$(printf %s "$QUOTE" | pick items[0].offer.token)'",
    "identity": { "orderNumber": "SO-20261123-0043" }, "acknowledged": '"$(acknowledged 0)"'
  }],
  "optOuts": [{ "offer": "'$(printf %s "$QUOTE" | pick items[1].offer.token)'" }]
}')
printf %s "$BASKET" | pick 'policies.map(({ status }) => status).join()'
# endregion

# region found
get "/policies?reference=checkout-7f3a9c&include=customer" | pick 'items.length'
# endregion

# region certificate
POLICY=$(printf %s "$BASKET" | pick policyIds[0])
VERIFY=$(get /policies/$POLICY/certificate | pick 'verification')
curl -s "$BINDERY$(printf %s "$VERIFY" | pick path)?code=$(printf %s "$VERIFY" | pick code)" | pick genuine
# endregion
