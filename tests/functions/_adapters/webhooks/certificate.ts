/**
 * A key and a certificate for shop.example that nobody vouches for; they open nothing but these tests. Made once by
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500`.
 */
export const certificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgqj3R1CvTGDjxGYRz
Yetn27ptaYgXDn3uxnCHcTMmSiKhRANCAAR72pnoshXbvn7B3KdvCmU++YZKn01m
xtmw4SKwBHjzwwEuaQR6OEiBU1ToMj/tWhspy3PHkLIXmYcdpBTgqpwA
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBnjCCAUSgAwIBAgIUTK8I8xFAXK9/spcrcfPK6R+jyoowCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMc2hvcC5leGFtcGxlMCAXDTI2MTEyNjE3NDU0MFoYDzIxMjYx
MTAyMTc0NTQwWjAXMRUwEwYDVQQDDAxzaG9wLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAR72pnoshXbvn7B3KdvCmU++YZKn01mxtmw4SKwBHjzwwEu
aQR6OEiBU1ToMj/tWhspy3PHkLIXmYcdpBTgqpwAo2wwajAdBgNVHQ4EFgQUgEaH
au6ywMDnEEggJqe3gtA66iEwHwYDVR0jBBgwFoAUgEaHau6ywMDnEEggJqe3gtA6
6iEwDwYDVR0TAQH/BAUwAwEB/zAXBgNVHREEEDAOggxzaG9wLmV4YW1wbGUwCgYI
KoZIzj0EAwIDSAAwRQIhAJs+FrdSd0moAk64K3LYg60qrO+CuTx0zEjPUo10n1DV
AiArSmBwkObISeN8QgbtjC05HpD78cfs8tTT8Ds8wla+FA==
-----END CERTIFICATE-----`,
};
