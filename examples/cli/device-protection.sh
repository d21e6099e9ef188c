# Device protection by the command line: 45 days go by, a screen breaks, and two people of the insurer decide.
set -eu
bindery sandbox --name "A phone shop"

QUOTE=$(mktemp)
TODAY=$(bindery clock --pick now | cut -c1-10)
bindery quotes create --json --items '[{
  "itemId": "line-1", "productId": "device-protection",
  "insuredObject": {
    "imei": "356938035643809", "model": "iPhone 16", "deviceValue": 499900, "purchasedOn": "'$TODAY'",
    "region": "T1", "priorRepairs": 0
  },
  "options": { "plan": "screen", "deductible": "10" }
}]' > "$QUOTE"
CUSTOMER=$(bindery customers register --name 李娜 --phone +8613900139000 --locale zh-CN --pick customerId)
POLICY=$(bindery accept "@$QUOTE" --agree required --customer "$CUSTOMER" \
  --reference checkout-8a1b2c --identity '{"imei": "356938035643809"}' --pick policyId)
bindery pay "$POLICY"

# region time
bindery clock advance P45D
# endregion

CLAIM=$(bindery claims report --policy-id "$POLICY" --coverage screen --loss-at now --payee ba_1QK2v9L0aZ4xYw7T \
  --form '{"repairQuote": 120000}' --pick claimId)
bindery settle

# region people
bindery person claims_handler --as handler
bindery person claims_approver --as approver
AMOUNT=$(bindery claims assess --claim-id "$CLAIM" --profile handler --pick handling.assessed.amount.amount)
bindery claims approve --claim-id "$CLAIM" --amount "$AMOUNT" --profile approver --pick status
# endregion

bindery settle
bindery claims get --claim-id "$CLAIM" --pick status
