# What the carrier and the airlines say of any parcel and any flight, on a laptop.
set -eu
. "$(dirname "$0")/session.sh"

# region told
tell() { curl -s "$BINDERY/sandbox/$1" -H 'Content-Type: application/json' -d "$2" | pick told; }
tell parcels '{"waybill":"SF1234567890","status":"signed_by_seller","signedAt":"2026-11-25T10:00:00.000Z"}'
tell flights '{
  "flight": "MU5101", "date": "2026-11-25", "source": "airport", "official": true, "cancelled": true,
  "scheduledArrival": "2026-11-25T13:00:00.000Z"
}'
# endregion
