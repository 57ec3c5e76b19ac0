# What the scripts beside this file share. Sourced by each of them; proves nothing by itself.
# shellcheck shell=bash
set -euo pipefail
shopt -s inherit_errexit

cd "$(dirname "${BASH_SOURCE[0]}")/.."
step=$(basename "$0")
jar=$PWD/target/quarkus-app/quarkus-run.jar
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
scratch=$(mktemp -d)
chmod 711 "$scratch" # PostgreSQL's user must be able to pass through
started=()           # ids of the processes that this script has started and not yet ended

say() {
    printf '%s: %s\n' "$step" "$*"
}

fail() {
    say "FAILED: $*" >&2
    exit 1
}

# Ends what this script has started, and nothing else. After a failure it shows the ends of the logs first.
clean_up() {
    local status=$? log id index
    if ((status != 0)); then
        for log in "$scratch"/*.log; do
            [[ ! -s $log ]] || { printf -- '--- end of %s\n' "${log##*/}" && tail -n 60 "$log"; } >&2
        done
    fi
    for ((index = ${#started[@]} - 1; index >= 0; index--)); do
        id=${started[index]}
        kill -TERM "$id" 2>/dev/null || continue
        ended_within 20 "$id" || kill -KILL "$id" 2>/dev/null || true
    done
    end_orphaned_databases
    rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# An application that had to be killed leaves its PostgreSQL behind; its pid file stands in our own folder.
end_orphaned_databases() {
    local file
    while IFS= read -r file; do
        kill -INT "$(head -n 1 "$file")" 2>/dev/null || true
    done < <(find "$scratch" -name postmaster.pid)
}

# ended_within SECONDS PID
ended_within() {
    local tick
    for ((tick = 0; tick < $1 * 10; tick++)); do
        kill -0 "$2" 2>/dev/null || return 0
        sleep 0.1
    done
    return 1
}

# A port of the loopback interface that nobody listens on, below those that the kernel hands out by itself.
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

# Packages the application unless that has been done since its sources changed.
package_application() {
    if [[ -f $jar && -z $(find pom.xml src/main -newer "$jar" -print -quit) ]]; then
        return
    fi
    say 'packaging the application'
    ./mvnw -B -q -ntp -DskipTests -DskipChecks package
}

# start_application NAME JAVA [SETTING=VALUE]...: starts the packaged application in a folder of its own, which a second
# start under the same name finds again, with the settings as environment variables. Sets $application, $base and $log.
start_application() {
    local name=$1 java=$2 port
    shift 2
    port=$(free_port)
    base=http://127.0.0.1:$port
    log=$scratch/$name.log
    mkdir -p "$scratch/$name"
    (
        cd "$scratch/$name"
        exec env "$@" QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT="$port" "$java" -jar "$jar"
    ) >>"$log" 2>&1 </dev/null &
    application=$!
    started+=("$application")
    await_ready
}

# await_ready [SECONDS]: waits until the application is ready, two minutes unless said otherwise.
await_ready() {
    local seconds=${1:-120} tick
    for ((tick = 0; tick < seconds * 2; tick++)); do
        kill -0 "$application" 2>/dev/null || fail 'the application ended while it was starting'
        ! curl -fs -o /dev/null --max-time 2 "$base/q/health/ready" || return 0
        sleep 0.5
    done
    fail "the application is not ready after $seconds seconds"
}

# SIGTERM must end the application, orderly and without an error in its log.
stop_application() {
    local status=0 id kept=()
    kill -TERM "$application"
    ended_within 30 "$application" || fail 'the application still runs 30 seconds after SIGTERM'
    wait "$application" || status=$?
    for id in "${started[@]}"; do
        [[ $id == "$application" ]] || kept+=("$id")
    done
    started=("${kept[@]}")
    # 143 = 128 + SIGTERM is how a JVM reports that it ended because it was asked to.
    ((status == 0 || status == 143)) || fail "SIGTERM ended the application with status $status"
    grep -q ' stopped in ' "$log" || fail 'the application did not stop in order: its log does not say so'
    refuse_errors "$log"
}

# refuse_errors LOG: nothing that these scripts do is a reason for an ERROR.
refuse_errors() {
    local lines
    lines=$(grep -nE '^[0-9-]+ [0-9:,.]+ +(ERROR|FATAL) |"level": ?"(ERROR|FATAL|SEVERE)"' "$1" | head -n 5) || true
    [[ -z $lines ]] || fail "the log has errors:"$'\n'"$lines"
}

# call METHOD PATH [TOKEN] [BODY]: asks the application and sets $status and $body. An empty TOKEN sends none.
call() {
    local answer request=(--silent --show-error --max-time 20 --request "$1" --write-out '\n%{http_code}')
    [[ -z ${3:-} ]] || request+=(--header "Authorization: Bearer $3")
    [[ -z ${4:-} ]] || request+=(--header 'Content-Type: application/json' --data "$4")
    answer=$(curl "${request[@]}" "$base$2")
    status=${answer##*$'\n'}
    body=${answer%$'\n'*}
}

# expect STATUS METHOD PATH [TOKEN] [BODY]: call, and fail unless the status matches, which may be a pattern like 2??.
expect() {
    local wanted=$1
    shift
    call "$@"
    # shellcheck disable=SC2053 # a pattern is meant
    [[ $status == $wanted ]] || fail "$1 $2 answered $status, not $wanted: $body"
}

# field PATH: the field of the last answer that the jq path names; fails where it is missing or null.
field() {
    jq -er "$1" <<<"$body" || fail "no $1 in the answer: $body"
}
