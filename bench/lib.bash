# What bench/run needs around it: PostgreSQL, keys, and the packaged application, each of them ended with the run. Sourced.
# shellcheck shell=bash
set -euo pipefail
shopt -s inherit_errexit

cd "$(dirname "${BASH_SOURCE[0]}")/.."
jar=$PWD/target/quarkus-app/quarkus-run.jar
classes=$PWD/target/benchmark-classes
out=$PWD/target/bench
# Which PostgreSQL data, Java and options; bench/run sets them.
data='' java='' java_opts=${JAVA_OPTS:-} pg_options='' scratch=''
started=() # ids of the processes that this run has started

say() {
    printf 'bench: %s\n' "$*"
}

fail() {
    say "FAILED: $*" >&2
    exit 1
}

clean_up() {
    local status=$? index
    for ((index = ${#started[@]} - 1; index >= 0; index--)); do
        end_process "${started[index]}"
    done
    if [[ -n $scratch ]]; then
        if ((status != 0)) && [[ -s $out/application.log ]]; then
            printf -- '--- end of %s\n' "$out/application.log" >&2
            tail -n 5 "$out/application.log" | cut -c 1-500 >&2
        fi
        rm -rf "$scratch"
    fi
}

end_process() {
    local tick
    kill -TERM "$1" 2>/dev/null || return 0
    for ((tick = 0; tick < 300; tick++)); do
        kill -0 "$1" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -QUIT "$1" 2>/dev/null || true
    sleep 1
    kill -KILL "$1" 2>/dev/null || true
}

# A port of the loopback interface that nobody listens on.
free_port() {
    local port try
    for ((try = 0; try < 50; try++)); do
        port=$((20000 + RANDOM % 12000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            printf '%s\n' "$port"
            return
        fi
    done
    fail 'found no free port'
}

# ---- Programs ----

maven() {
    ./mvnw -B -q -ntp -DskipChecks "$@"
}

package_application() {
    if [[ -f $jar && -z $(find pom.xml src/main -newer "$jar" -print -quit) ]]; then
        return
    fi
    say 'packaging the application'
    maven -DskipTests package
}

# The load program, against the classes of the application that is measured.
compile_benchmarks() {
    say 'compiling the load program'
    rm -rf "$classes"
    maven -Pbenchmark compiler:testCompile@benchmark
}

newest_java() {
    local candidate newest=0 found='' version
    for candidate in ${JAVA_HOME:+"$JAVA_HOME/bin/java"} "$(command -v java)" /usr/lib/jvm/*/bin/java; do
        [[ -x $candidate ]] || continue
        version=$(java_version "$candidate")
        if ((version > newest)); then
            newest=$version found=$candidate
        fi
    done
    [[ -n $found ]] || fail 'no Java found'
    printf '%s\n' "$found"
}

# java_version JAVA: its feature number, like 17.
java_version() {
    "$1" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
}

# ---- PostgreSQL ----

find_postgresql() {
    local candidate
    for candidate in "${POSTGRESQL_BIN:-/nowhere}" /usr/lib/postgresql/*/bin "$(dirname "$(command -v initdb || echo /nowhere/x)")"; do
        if [[ -x $candidate/initdb && -x $candidate/pg_ctl ]]; then
            binaries=$candidate
        fi
    done
    [[ -n ${binaries:-} ]] || fail 'no PostgreSQL server found; POSTGRESQL_BIN names its folder of programs'
    pgbench=$binaries/pgbench
    [[ -x $pgbench ]] || pgbench=$(command -v pgbench) || fail 'no pgbench found'
}

# PostgreSQL refuses to run as root.
as_database_owner() {
    if ((EUID == 0)); then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

# Default settings, but for where it listens. A cluster that is there is used again.
start_postgresql() {
    database_port=$(free_port)
    install -d -m 755 "$data"
    ((EUID != 0)) || chown postgres "$data"
    if [[ ! -f $data/cluster/PG_VERSION ]]; then
        as_database_owner "$binaries/initdb" -D "$data/cluster" -U lifering -E UTF8 --no-locale -A trust >/dev/null
    fi
    as_database_owner "$binaries/pg_ctl" start --silent --wait --timeout=300 -D "$data/cluster" \
        -l "$data/server.log" -o "-p $database_port -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories= $pg_options" >/dev/null
    postgresql=$(head -n 1 "$data/cluster/postmaster.pid")
    started+=("$postgresql")
}

# ---- Keys and the application ----

# They stay beside the cluster, whose rows they have sealed.
make_keys() {
    [[ -s $data/keys.json ]] || "$java" -jar "$jar" generate-keys >"$data/keys.json" 2>"$out/generate-keys.log" ||
        fail "generate-keys failed: $(cat "$out/generate-keys.log")"
    openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$scratch/idp.pem" 2>/dev/null
    openssl pkey -in "$scratch/idp.pem" -pubout -out "$scratch/idp.pub"
}

# As Dockerfile.jvm starts it; JAVA_OPTS come last there too.
start_application() {
    local port settings
    port=$(free_port)
    mail_port=$(free_port)
    base=http://127.0.0.1:$port
    settings=(
        "QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:$database_port/postgres"
        QUARKUS_DATASOURCE_USERNAME=lifering
        "LIFERING_KEYS_LOCATION=$data/keys.json"
        "MP_JWT_VERIFY_PUBLICKEY_LOCATION=file:$scratch/idp.pub"
        MP_JWT_VERIFY_ISSUER=https://login.example
        MP_JWT_VERIFY_AUDIENCES=lifering
        QUARKUS_MAILER_HOST=127.0.0.1
        "QUARKUS_MAILER_PORT=$mail_port"
        QUARKUS_MAILER_FROM=lifering@login.example
        LIFERING_RECOVERY_LINK_URL=https://app.example/recover
        QUARKUS_HTTP_HOST=127.0.0.1
        "QUARKUS_HTTP_PORT=$port"
    )
    # shellcheck disable=SC2086 # JAVA_OPTS is meant to be split
    (
        cd "$scratch"
        exec env "${settings[@]}" "$java" -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError $java_opts \
            -jar "$jar"
    ) >"$out/application.log" 2>&1 </dev/null &
    application=$!
    started+=("$application")
    await_ready
}

await_ready() {
    local tick
    for ((tick = 0; tick < 1200; tick++)); do
        kill -0 "$application" 2>/dev/null || fail 'the application ended while it was starting'
        ! curl -fs -o /dev/null --max-time 2 "$base/q/health/ready" || return 0
        sleep 0.1
    done
    fail 'the application is not ready after two minutes'
}
