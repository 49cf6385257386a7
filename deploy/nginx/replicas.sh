#!/bin/sh
# Writes what nginx.conf includes: where the replicas are and who stands in front.
# nginx's own image runs it at its start (/docker-entrypoint.d); on a machine run it once.
#
#   ATLAS_REPLICAS     how many there are (2)
#   ATLAS_FIRST        the number of the first (1)
#   ATLAS_REPLICA      what they are called, %d for the number (127.0.0.1:850%d)
#   ATLAS_LISTEN       where nginx listens (8080)
#   ATLAS_FRONT        the network of a proxy in front that speaks TLS; its word on readers is
#                      believed, nobody else's (127.0.0.1/32)
#   ATLAS_LOOK_UP      "resolve" where names come and go with containers (needs nginx 1.27.3)
#   ATLAS_CONFIGURED   the folder to write to (/etc/nginx/replicas)
set -eu
folder=${ATLAS_CONFIGURED:-/etc/nginx/replicas}
look_up=${ATLAS_LOOK_UP:-}
first=${ATLAS_FIRST:-1}
last=$((first + ${ATLAS_REPLICAS:-2} - 1))
front=${ATLAS_FRONT:-127.0.0.1/32}

mkdir -p "$folder"
{
    if [ -n "$look_up" ]; then
        servers=$(awk '$1 == "nameserver" { print ($2 ~ ":") ? "[" $2 "]" : $2 }' /etc/resolv.conf)
        echo "resolver $(echo $servers) valid=5s;"
    fi
    echo "upstream atlas {"
    echo "    zone atlas 256k;"
    echo "    hash \$reader consistent;"
    number=$first
    while [ "$number" -le "$last" ]; do
        # shellcheck disable=SC2059 # the name is a pattern
        echo "    server $(printf "${ATLAS_REPLICA:-127.0.0.1:850%d}" "$number")" \
            "max_fails=1 fail_timeout=2s $look_up;"
        number=$((number + 1))
    done
    echo "}"
    echo "geo \$realip_remote_addr \$is_front {"
    echo "    default 0;"
    echo "    $front 1;"
    echo "}"
} >"$folder/replicas.conf"
{
    echo "listen ${ATLAS_LISTEN:-8080};"
    echo "set_real_ip_from $front;"
    echo "real_ip_header X-Forwarded-For;"
    echo "real_ip_recursive on;"
} >"$folder/front.listen"
