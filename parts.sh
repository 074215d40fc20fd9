#!/bin/sh
# Puts the page's module in parts in place of the one that Trunk has made in one piece: a first one, and those that are
# fetched later, for each name in `#[wasm_split(…)]` and for what several of them share. Trunk runs this when all else is
# built, for development and for release.
#
# The parts name each other, so that their folder has the hash of what is in it, not each file.
set -eu

name=testio-connection
case "$TRUNK_PROFILE" in
  release) profile=wasm-release ;;
  *) profile=debug ;;
esac
built=${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/$profile/$name.wasm
split=$TRUNK_STAGING_DIR/split
parts=$TRUNK_STAGING_DIR/parts

wasm-split-cli "$built" "$split" --out-name $name --target web
wasm-bindgen "$split/$name.wasm" --target web --no-typescript --keep-lld-exports --out-dir "$parts" --out-name $name
rm "$split/$name.wasm"
mv "$split"/*.wasm "$parts"
# Two scripts that import each other become one, so that the browser waits for one less.
mv "$parts/$name.js" "$split"
if [ "$profile" = wasm-release ]; then
  esbuild "$TRUNK_STAGING_DIR"/boot-*.js --minify --log-level=warning --allow-overwrite --outdir="$TRUNK_STAGING_DIR"
  for part in "$parts"/*.wasm; do
    # It warns about each name that it does not understand.
    wasm-opt -Oz --converge --strip-debug --strip-producers --dealign --low-memory-unused --skip-pass=local-cse \
      "$part" --output "$part"
  done
  minify=--minify
fi
esbuild "$split/$name.js" --bundle --format=esm ${minify-} --log-level=warning --log-override:duplicate-object-key=silent \
  --outfile="$parts/$name.js"
rm -r "$split" "$TRUNK_STAGING_DIR/$name"-*

hash=$(cat "$parts"/* | git hash-object --stdin | cut -c 1-16)
mv "$parts" "$TRUNK_STAGING_DIR/$name-$hash"
document=$TRUNK_STAGING_DIR/index.html
sed -E "s#\./$name-[0-9a-f]+(_bg\.wasm|\.js)#./$name-$hash/$name\1#g" "$document" > "$document.new"
mv "$document.new" "$document"
