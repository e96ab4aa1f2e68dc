#!/bin/bash
# Installs the oracles that the differential tests compare with: GNU binutils and gcc for aarch64, clang, pahole, QEMU, GDB, Chromium.
# For Debian 12 and Ubuntu 22.04 or later. Installs nothing that is there already; asks for root only when it must.
set -euo pipefail

declare -A package_of=(
  [aarch64-linux-gnu-as]=binutils-aarch64-linux-gnu
  [aarch64-linux-gnu-objdump]=binutils-aarch64-linux-gnu
  [aarch64-linux-gnu-gcc]=gcc-aarch64-linux-gnu
  [clang]=clang
  [pahole]=dwarves
  [qemu-system-aarch64]=qemu-system-arm
  [gdb-multiarch]=gdb-multiarch
  [chromium]=chromium
)

missing=()
for tool in "${!package_of[@]}"; do
  command -v "$tool" >/dev/null || missing+=("${package_of[$tool]}")
done
# The C headers of the target: gcc brings stdint.h but not what it includes.
[[ -e /usr/aarch64-linux-gnu/include/stdint.h ]] || missing+=(libc6-dev-arm64-cross)

if ((${#missing[@]} == 0)); then
  echo "oracles: all there"
  exit 0
fi

if ! command -v apt-get >/dev/null; then
  echo "oracles: missing ${missing[*]} (Debian's names); install them with this system's package manager" >&2
  exit 1
fi

as_root=()
if ((EUID != 0)); then as_root=(sudo); fi
mapfile -t packages < <(printf '%s\n' "${missing[@]}" | sort -u)
echo "oracles: installing ${packages[*]}"
"${as_root[@]}" apt-get update -qq </dev/null
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}" </dev/null
