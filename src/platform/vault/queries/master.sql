select fingerprint
from vault_master
