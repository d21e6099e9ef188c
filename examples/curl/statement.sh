# What a partner who collects premium owes: a statement of the month, and the payment that settles it.
set -eu
. "$(dirname "$0")/session.sh"
. "$(dirname "$0")/selling.sh"
order SO-20261123-0046
bind partner '{ "orderNumber": "SO-20261123-0046" }'
settled

# region statement
FINANCE=$(person finance)
STATEMENT=$(as $FINANCE post /statements '{}')
printf %s "$STATEMENT" | pick 'lines'
ID=$(printf %s "$STATEMENT" | pick statementId)
# endregion

# region settle
TOTAL=$(printf %s "$STATEMENT" | pick total)
as $FINANCE post /statements/$ID/settlements '{"amount":'$TOTAL',"currency":"CNY","reference":"BANK-20261201-7"}' |
  pick status
# endregion
