# What a production start needs around it: a PostgreSQL of its own, a key set, an identity provider's key and tokens, and
# the secrets that must not be found afterwards. Sourced after lib.bash; proves nothing by itself.
# shellcheck shell=bash source-path=SCRIPTDIR

issuer=https://login.example
audience=lifering
secrets=$scratch/secrets # lines of "name<TAB>text that must not be found"

# ---- PostgreSQL ----

find_postgresql() {
    for binaries in /usr/lib/postgresql/15/bin "$(dirname "$(command -v initdb || echo /nowhere/initdb)")"; do
        [[ ! -x $binaries/initdb ]] || return 0
    done
    fail 'no PostgreSQL 15 server found (.ci/install brings it)'
}

# PostgreSQL refuses to run as root.
as_database_owner() {
    if ((EUID == 0)); then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

start_postgresql() {
    database_port=$(free_port)
    database_password=$(openssl rand -hex 16)
    install -d -m 700 "$scratch/postgresql"
    printf '%s\n' "$database_password" >"$scratch/postgresql/password"
    ((EUID != 0)) || chown -R postgres "$scratch/postgresql"
    as_database_owner "$binaries/initdb" -D "$scratch/postgresql/data" -U lifering -E UTF8 --no-locale \
        -A scram-sha-256 --pwfile "$scratch/postgresql/password" >/dev/null
    as_database_owner "$binaries/pg_ctl" start --silent --wait -D "$scratch/postgresql/data" \
        -l "$scratch/postgresql/server.log" -o "-p $database_port -c listen_addresses=127.0.0.1 -c fsync=off \
        -c unix_socket_directories=" >/dev/null
    started+=("$(head -n 1 "$scratch/postgresql/data/postmaster.pid")")
}

on_database() {
    PGPASSWORD=$database_password PGHOST=127.0.0.1 PGPORT=$database_port PGUSER=lifering "$binaries/$1" "${@:2}"
}

# ---- Keys and tokens ----

make_keys() {
    openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$scratch/idp.pem" 2>/dev/null
    openssl pkey -in "$scratch/idp.pem" -pubout -out "$scratch/idp.pub"
    openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 2>/dev/null |
        openssl pkey -pubout -out "$scratch/weak.pub"
    timeout 30 "$java" -jar "$jar" generate-keys >"$scratch/keys.json" 2>"$scratch/generate-keys.log" ||
        fail 'generate-keys failed'
    jq -e '[.keys[].kty] | (map(select(. == "oct")) | length >= 2) and any(. == "EC")' \
        "$scratch/keys.json" >/dev/null ||
        fail 'generate-keys did not print a key set with two oct keys and an EC key'
    timeout 30 "$java" -jar "$jar" rotate-keys "$scratch/keys.json" >"$scratch/rotated.json" \
        2>>"$scratch/generate-keys.log" || fail 'rotate-keys failed'
    jq -e --slurpfile old "$scratch/keys.json" '(.keys | length) > ($old[0].keys | length)
        and ($old[0].keys - .keys) == []' "$scratch/rotated.json" >/dev/null ||
        fail 'rotate-keys did not add keys, or lost old ones'
    jq '(.keys[] | select(.kty == "oct") | .k) |= gsub("."; "A")' "$scratch/keys.json" >"$scratch/zero.json"
    jq '(.keys[] | select(.kty == "oct") | .k) |= .[:16]' "$scratch/keys.json" >"$scratch/short.json"
}

base64url() {
    openssl base64 -A | tr '+/' '-_' | tr -d '='
}

# token SUBJECT CLAIMS: a JWT as the identity provider would issue it.
token() {
    local now head claims
    now=$(date +%s)
    head=$(printf '{"alg":"RS256","typ":"JWT"}' | base64url)
    claims=$(jq -nc --arg iss "$issuer" --arg aud "$audience" --arg sub "$1" --argjson now "$now" --argjson more "$2" \
        '{iss: $iss, aud: $aud, sub: $sub, iat: $now, exp: ($now + 300), jti: "\($sub)-\($now)"} + $more' | base64url)
    printf '%s.%s.%s' "$head" "$claims" \
        "$(printf '%s' "$head.$claims" | openssl dgst -sha256 -sign "$scratch/idp.pem" -binary | base64url)"
}

# ---- Secrets that must not be found ----

# remember NAME FILE: the bytes in the file, in each form in which a dump or a log could show them.
remember() {
    printf '%s\t%s\n' "$1 (hex)" "$(od -An -v -tx1 "$2" | tr -d ' \n')" \
        "$1 (base64)" "$(openssl base64 -A -in "$2" | tr -d '=')" \
        "$1 (base64url)" "$(base64url <"$2")" >>"$secrets"
}

# remember_text NAME TEXT: the text itself as well.
remember_text() {
    printf '%s\t%s\n' "$1" "$2" >>"$secrets"
    printf '%s' "$2" >"$scratch/text"
    remember "$1" "$scratch/text"
}

remember_keys() {
    local id key
    while IFS=$'\t' read -r id key; do
        tr -- '-_' '+/' <<<"$key===" | head -c $(((${#key} + 3) / 4 * 4)) | openssl base64 -d -A >"$scratch/key"
        [[ -s $scratch/key ]] || fail "cannot decode key $id"
        remember "key $id" "$scratch/key"
    done < <(jq -r '.keys[] | [.kid, (.k // .d)] | @tsv' "$scratch/keys.json")
}

# refuse_secrets FILE
refuse_secrets() {
    local name text
    while IFS=$'\t' read -r name text; do
        ! grep -aqiF -e "$text" "$1" || fail "${1##*/} holds a secret: $name"
    done <"$secrets"
}
