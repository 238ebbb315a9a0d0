#!/usr/bin/env bash
# What pipelines do wherever they run, from the root of the repository and with `origin` fetched. It needs no credentials.
#
#   renewal.sh propose DIR [FORMAT]     fetch the published document; if it is new here, commit it and its client, and leave in DIR
#                                       what a request is made of: branch, commits.bundle, body.md, gate (success or failure).
#                                       FORMAT (of `provgen diff`) is how the log shows the changes.
#   renewal.sh changes BASE [OPTION…]   `provgen diff` from the document of the commit BASE to that of HEAD
#
# The document is somebody else's text: of all that is in it only the version comes here, and only if it can name a folder.
set -euo pipefail
shopt -s inherit_errexit
export LC_ALL=C

provgen() {
    .venv/bin/python -m generator "$@"
}

checked() {
    if [[ ! $1 =~ ^[0-9A-Za-z][0-9A-Za-z.+-]{0,63}$ ]] || ! git check-ref-format "refs/heads/api/$1"; then
        printf 'refused: %q is not fit for a version\n' "$1" >&2
        return 1
    fi
    printf '%s' "$1"
}

# The version that the client of a commit is made from.
version_at() {
    local version
    version=$(git show "$1:spec/spec.lock" | python3 -I -S -c 'import json, sys; print(json.load(sys.stdin)["generated"])')
    checked "$version"
}

# The version that is published now, archived.
fetched() {
    make .venv/ready >&2
    local answer
    answer=$(provgen fetch)
    printf '%s\n' "$answer" >&2
    checked "${answer%%:*}"
}

commit() {
    git add -- "${@:2}"
    git diff --cached --quiet || git -c user.name=provgen -c user.email=provgen@localhost commit --quiet --message "$1"
}

changes() {
    local base=$1 old new
    old=$(version_at "$base")
    new=$(version_at HEAD)
    # Not only the newest step is compared: of a request that brings two, the first would pass unseen.
    if ! git diff --quiet "$base" HEAD -- "spec/$old"; then
        # The published document took the place of a rebuilt one of the same version, which nobody but git has now.
        mkdir -p before
        git archive "$base" "spec/$old" | tar -x -C before
        old=$(echo "before/spec/$old"/openapi.*)
    elif [ "$old" = "$new" ]; then
        echo "the client is made from document $new, as before"
        return
    fi
    make .venv/ready >&2
    provgen diff "$old" "$new" "${@:2}"
}

propose() {
    local into=$1 format=${2:-text} base version branch code
    base=$(git rev-parse HEAD)
    # Unlike `make regenerate`, fetching fails if the address cannot be reached: a schedule that is green for months because
    # nobody answers would be worse than one that is red for a day.
    version=$(fetched)
    if [ -z "$(git status --porcelain -- spec)" ]; then
        echo 'nothing is new'
        return
    fi
    branch=api/$version
    git checkout --quiet --detach
    if git rev-parse --quiet --verify "refs/remotes/origin/$branch" > /dev/null; then
        # It goes on from what was proposed, which may have an approval or another commit of somebody by now.
        git clean --quiet --force -d -- spec
        git checkout --quiet --force --detach "refs/remotes/origin/$branch"
        version=$(fetched)
    fi
    # `provgen check` is content with this commit, too: its lock says that the client is still made from the old document.
    commit "Archive document $version" spec
    provgen regenerate --to "$version"
    commit "Regenerate from document $version" spec generated

    mkdir -p "$into"
    git bundle create --quiet "$into/commits.bundle" "$base..HEAD"
    base=$(git merge-base "$base" HEAD)
    changes "$base" --format markdown --output "$into/body.md"
    # In a shell of its own, because `||` would turn off errexit within the function.
    set +e
    (set -e; changes "$base" --format "$format" --fail-on breaking)
    code=$?
    set -e
    case $code in
        0) echo success > "$into/gate" ;;
        1) echo failure > "$into/gate" ;;
        *) return "$code" ;;
    esac
    # Last, since this file says that the others are there.
    printf '%s\n' "$branch" > "$into/branch"
}

case ${1-} in
    propose | changes) "$@" ;;
    *)
        sed -n '2,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
        exit 2
        ;;
esac
