# Where a premium goes: a cancellation that was shown before it was made, its refund, and a statement of what is owed.
set -eu
. "$(dirname "$0")/session.sh"
. "$(dirname "$0")/selling.sh"
order SO-20261123-0044

# region worksheet
printf %s "$QUOTE" | pick 'items[0].offer.premium'
printf %s "$QUOTE" | pick 'items[0].offer.worksheet.steps.length'
# endregion
bind provider '{ "orderNumber": "SO-20261123-0044" }'
pay pm_card_visa

# region preview
PREVIEW=$(post /policies/$POLICY/cancellation-previews '{"reason":"order-cancelled"}')
printf %s "$PREVIEW" | pick refund
# endregion

# region cancel
post /policies/$POLICY/cancellations '{"reason":"order-cancelled","preview":"'"$(printf %s "$PREVIEW" | pick preview)"'"}' |
  pick status
settled
get /policies/$POLICY | pick 'disbursements.map(({ kind, status }) => `${kind} ${status}`).join()'
# endregion

# region history
get /history/$POLICY | pick 'items.map(({ operation }) => operation).join()'
# endregion
