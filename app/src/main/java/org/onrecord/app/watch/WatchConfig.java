package org.onrecord.app.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is watched and who is told.
 *
 * @param sources as {@code ingest} takes them
 * @param every from the end of one round to the beginning of the next
 * @param searches file of saved searches
 * @param ndjson file to which matches are appended
 * @param state file that remembers what was reported and what is still to be sent
 */
public record WatchConfig(
        List<String> sources,
        Duration every,
        Path searches,
        Optional<Path> index,
        boolean terminal,
        Optional<Path> ndjson,
        Optional<Hook> webhook,
        Path state) {
    private static final Set<String> KEYS =
            Set.of("sources", "every", "searches", "index", "terminal", "ndjson", "webhook");
    private static final Set<String> HOOK_KEYS = Set.of("url", "secret", "secret-env", "attempts", "backoff");
    private static final long LARGEST = 1_000_000;
    private static final Duration OFTEN = Duration.ofMinutes(15);
    private static final int ATTEMPTS = 10;
    private static final int MOST_ATTEMPTS = 1_000;
    private static final Duration BACKOFF = Duration.ofSeconds(1);
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");

    /**
     * Where matches are posted.
     *
     * @param secret signs what is posted; empty for unsigned
     * @param attempts after so many in all a match goes to the dead-letter file
     * @param backoff from the first attempt to the second; doubled after each
     */
    public record Hook(URI url, Optional<String> secret, int attempts, Duration backoff) {}

    /** What is wrong with the file, in one sentence. */
    public static final class ConfigException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ConfigException(String sentence) {
            super(sentence);
        }
    }

    public WatchConfig {
        sources = List.copyOf(sources);
    }

    /** Reads YAML; paths are relative to the folder of the file. Throws {@link ConfigException}. */
    public static WatchConfig read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new ConfigException(file + " is too long for a configuration");
        }
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new ConfigException(file + ", line " + e.getLocation().getLineNr() + ": not YAML: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
        return new Reader(file).config(root);
    }

    /** The dead-letter file: what could not be delivered. */
    public Path dead() {
        return state.resolveSibling(state.getFileName() + ".dead");
    }

    private record Reader(Path file) {
        WatchConfig config(JsonNode root) {
            known(root, KEYS, "");
            List<String> sources = new ArrayList<>();
            JsonNode named = root.path("sources");
            if (named.isTextual()) {
                sources.add(source(named.asText()));
            }
            named.elements().forEachRemaining(each -> sources.add(source(text(each, "sources"))));
            if (sources.isEmpty()) {
                throw wrong("sources names nothing to watch: give feeds, sites, files or folders");
            }
            if (!root.has("searches")) {
                throw wrong("searches is missing: name a file of 'name: query' lines");
            }
            return new WatchConfig(
                    sources,
                    root.has("every") ? duration(root.get("every"), "every") : OFTEN,
                    path(root.get("searches"), "searches"),
                    optional(root, "index"),
                    !root.has("terminal") || bool(root.get("terminal")),
                    optional(root, "ndjson"),
                    root.has("webhook") ? Optional.of(hook(root.get("webhook"))) : Optional.empty(),
                    file.resolveSibling(file.getFileName() + ".state"));
        }

        private Hook hook(JsonNode node) {
            if (node.isTextual()) {
                return new Hook(url(node), Optional.empty(), ATTEMPTS, BACKOFF);
            }
            known(node, HOOK_KEYS, "webhook.");
            Optional<String> secret = Optional.ofNullable(node.get("secret")).map(value -> text(value, "secret"));
            Optional<String> variable =
                    Optional.ofNullable(node.get("secret-env")).map(value -> text(value, "secret-env"));
            if (variable.isPresent()) {
                secret = Optional.ofNullable(System.getenv(variable.get()));
                if (secret.isEmpty()) {
                    throw wrong("webhook.secret-env names " + variable.get() + ", which is not set");
                }
            }
            int attempts = node.path("attempts").asInt(ATTEMPTS);
            if (attempts < 1 || attempts > MOST_ATTEMPTS) {
                throw wrong("webhook.attempts must be from 1 to " + MOST_ATTEMPTS);
            }
            return new Hook(
                    url(node.path("url")),
                    secret,
                    attempts,
                    node.has("backoff") ? duration(node.get("backoff"), "webhook.backoff") : BACKOFF);
        }

        private URI url(JsonNode node) {
            try {
                URI url = URI.create(node.asText());
                if (url.getHost() != null && Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
                    return url;
                }
            } catch (IllegalArgumentException e) { // said below
            }
            throw wrong("webhook.url must be an address that begins with http:// or https://");
        }

        private void known(JsonNode node, Set<String> keys, String prefix) {
            if (!node.isObject()) {
                throw wrong(
                        prefix.isEmpty() ? "it must have the keys sources and searches" : prefix + " must have keys");
            }
            node.fieldNames().forEachRemaining(key -> {
                if (!keys.contains(key)) {
                    throw wrong("'" + prefix + key + "' is no key: "
                            + String.join(", ", keys.stream().sorted().toList()));
                }
            });
        }

        /** Addresses as they are, paths from the folder of the file. */
        private String source(String given) {
            if (given.equals("-")) {
                throw wrong("sources: standard input cannot be watched");
            }
            return given.matches("(?i)https?://.*")
                    ? given
                    : resolved(given, "sources").toString();
        }

        private Optional<Path> optional(JsonNode root, String key) {
            return Optional.ofNullable(root.get(key)).map(value -> path(value, key));
        }

        private Path path(JsonNode node, String key) {
            return resolved(text(node, key), key);
        }

        private Path resolved(String given, String key) {
            try {
                return file.toAbsolutePath().resolveSibling(given);
            } catch (InvalidPathException e) {
                throw wrong(key + ": '" + given + "' is no path");
            }
        }

        private String text(JsonNode node, String key) {
            if (!node.isTextual() || node.asText().isBlank()) {
                throw wrong(key + " must be text");
            }
            return node.asText();
        }

        private boolean bool(JsonNode node) {
            if (!node.isBoolean()) {
                throw wrong("terminal must be true or false");
            }
            return node.asBoolean();
        }

        private Duration duration(JsonNode node, String key) {
            Matcher matcher = DURATION.matcher(node.asText());
            if (!matcher.matches()) {
                throw wrong(key + " must be a time such as 30s, 15m or 2h");
            }
            long count = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }

        private ConfigException wrong(String what) {
            return new ConfigException(file + ": " + what);
        }
    }
}
