package org.onrecord.app.pages.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.onrecord.app.pages.Links;
import org.onrecord.app.view.Words;
import org.onrecord.document.Attribution;
import org.onrecord.document.Document;
import org.onrecord.document.Kind;
import org.onrecord.document.Speaker;

/** Those who speak in an article, numbered in the order in which they first do. */
final class Cast {
    /** So many speakers have colours of their own; then they come round again. The number tells them apart. */
    private static final int TINTS = 6;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, CastMember> members = new LinkedHashMap<>();

    Cast(Document document) {
        for (Attribution attribution : document.all(Kind.ATTRIBUTION)) {
            attribution.speaker().ifPresent(this::add);
        }
    }

    private void add(Speaker speaker) {
        String key = key(speaker);
        int number = numbers.computeIfAbsent(key, unseen -> numbers.size() + 1);
        members.merge(
                key,
                member(number, speaker),
                (known, again) -> new CastMember(
                        number,
                        known.name(),
                        known.described().isEmpty() ? again.described() : known.described(),
                        known.link(),
                        known.times() + 1));
    }

    private static CastMember member(int number, Speaker speaker) {
        return new CastMember(number, speaker.name(), described(speaker), Links.speaker(speaker.name()), 1);
    }

    /** Role and affiliation, where the name does not say them. */
    static String described(Speaker speaker) {
        String words = Words.described(speaker.role(), speaker.affiliation());
        return words.isEmpty() || speaker.name().startsWith(words) ? "" : Words.oneLine(words);
    }

    private static String key(Speaker speaker) {
        return speaker.entity().orElseGet(() -> speaker.name().toLowerCase(Locale.ROOT));
    }

    /** The number of who says it; 0 where that is not known. */
    int number(Attribution attribution) {
        return attribution.speaker().map(Cast::key).map(numbers::get).orElse(0);
    }

    static int tint(int number) {
        return number == 0 ? 0 : (number - 1) % TINTS + 1;
    }

    static String label(int number) {
        return number == 0 ? "" : String.valueOf(number);
    }

    Optional<CastMember> find(String name) {
        return members.values().stream()
                .filter(member -> member.name().equals(name))
                .findFirst();
    }

    List<CastMember> members() {
        return new ArrayList<>(members.values());
    }
}
