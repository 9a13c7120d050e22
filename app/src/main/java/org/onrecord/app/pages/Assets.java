package org.onrecord.app.pages;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.app.serve.Problem;

/** The style sheet, the script and the icon; each goes by a digest, so that a browser takes a changed one at once. */
final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "onrecord.css", "text/css; charset=utf-8",
            "onrecord.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, Asset> assets;

    private record Asset(String type, String content, String tag) {}

    private Assets(Map<String, Asset> assets) {
        this.assets = assets;
    }

    static Assets read() {
        Map<String, Asset> assets = new TreeMap<>();
        TYPES.forEach((name, type) -> {
            byte[] bytes = bytes(name);
            assets.put(name, new Asset(type, new String(bytes, java.nio.charset.StandardCharsets.UTF_8), tag(bytes)));
        });
        return new Assets(assets);
    }

    private static byte[] bytes(String name) {
        try (@Nullable InputStream stream = Assets.class.getResourceAsStream("assets/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("assets/" + name + " is not in the program");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading assets/" + name + " failed", e);
        }
    }

    private static String tag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void answer(Context context) {
        Asset asset = Optional.ofNullable(assets.get(context.pathParam("name")))
                .orElseThrow(() -> Problem.of(404, "there is nothing at " + context.path()));
        context.header("ETag", asset.tag()).header("Cache-Control", "no-cache");
        if (asset.tag().equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.contentType(asset.type()).result(asset.content());
        }
    }
}
