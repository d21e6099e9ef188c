# Return freight by the command line: sold with an order, in force with its shipment, paid when the parcel comes back.
set -eu

# region sandbox
bindery sandbox --name "My shop"
# endregion

# region quote
QUOTE=$(mktemp)
bindery quotes create --json --items '[{
  "itemId": "line-1", "productId": "return-freight",
  "insuredObject": {
    "orderNumber": "SO-20261123-0042", "category": "apparel", "distance": "neighbour",
    "buyerReturnRate": "0.20", "sellerRating": "4.7"
  }}]' > "$QUOTE"
# endregion

# region bind
CUSTOMER=$(bindery customers register --name 王小明 --phone +8613800138000 --locale zh-CN --pick customerId)
bindery accept "@$QUOTE"
POLICY=$(bindery accept "@$QUOTE" --agree required --customer "$CUSTOMER" \
  --reference checkout-7f3a9c --identity '{"orderNumber": "SO-20261123-0042"}' --pick policyId)
# endregion

# region premium
bindery pay "$POLICY"
# endregion

# region shipment
bindery milestones record --policy-id "$POLICY" --milestone shipment_confirmed --occurred-at now --pick status
# endregion

# region claim
CLAIM=$(bindery claims report --policy-id "$POLICY" --coverage return-freight --loss-at now \
  --payee ba_1QK2v9L0aZ4xYw7T \
  --form '{"waybillNumber": "SBXSIGNED0001", "returnKind": "return", "paidBy": "buyer", "onPlatform": true}' \
  --pick claimId)
bindery settle
bindery claims get --claim-id "$CLAIM" --pick status
# endregion
