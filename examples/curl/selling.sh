# What a shop does with an offer, whatever the product is, and the people of the insurer whom it plays in its sandbox.

# region customer
CUSTOMER=$(post /customers '{"name":"王小明","phone":"+8613800138000","locale":"zh-CN"}' | pick customerId)
# endregion

# region offer
offer() {
  OFFER=$(printf %s "$QUOTE" | pick items[0].offer.token)
  OFFER_ID=$(printf %s "$QUOTE" | pick items[0].offer.offerId)
  AMOUNT=$(printf %s "$QUOTE" | pick items[0].offer.premium.gross.amount)
  ACKNOWLEDGED=$(printf %s "$QUOTE" | pick 'items[0].offer.disclosures.filter((one) => one.required)
    .map(({ code, contentHash }) => ({ code, contentHash }))')
}
# endregion

# region order
order() {
  QUOTE=$(post /quotes '{"items":[{
    "itemId": "line-1", "productId": "return-freight",
    "insuredObject": { "orderNumber": "'$1'", "category": "apparel", "distance": "neighbour",
      "buyerReturnRate": "0.20", "sellerRating": "4.7" } }]}')
  offer
}
# endregion

# region bind
bind() {
  POLICY=$(post /policies '{
    "offer": "'"$OFFER"'", "customerId": "'"$CUSTOMER"'", "reference": "checkout-7f3a9c", "collection": "'"$1"'",
    "identity": '"$2"', "acknowledged": '"$ACKNOWLEDGED"'
  }' | pick policyId)
}
# endregion

# region pay
pay() {
  PROVIDER=$(curl -s $BINDERY/sandbox | pick provider)
  PAYMENT=$(curl -s $PROVIDER/v1/payment_intents -u sk_test_$TENANT: -d amount=$AMOUNT -d currency=cny \
    -d "metadata[offer_id]=$OFFER_ID" | pick id)
  curl -s $PROVIDER/v1/payment_intents/$PAYMENT/confirm -u sk_test_$TENANT: -d payment_method=$1 | pick status
  settled
}
# endregion

# region advance
advance() {
  post /clock/advance '{"by":"'$1'"}' | pick lastAdvance.to
  until [ "$(get /clock | pick status)" = ready ]; do sleep 1; done
}
# endregion

# region person
person() {
  CREDENTIAL=$(post /credentials '{"name":"'$1'","roles":["'$1'"]}')
  token "$(printf %s "$CREDENTIAL" | pick clientId):$(printf %s "$CREDENTIAL" | pick secret)"
}
as() { PARTNER=$TOKEN TOKEN=$1; shift; "$@"; TOKEN=$PARTNER; }
# endregion
