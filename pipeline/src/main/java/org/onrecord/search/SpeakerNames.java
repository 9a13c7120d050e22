package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Which names in an index are one speaker's. Two are, where an article calls the speaker of one name by the other, the
 * other is telling ({@link NameKey#isTelling}), and no article gives it to anybody else. A surname alone is nobody's but in
 * near-copies of one article of which exactly one names somebody fully who ends so.
 */
final class SpeakerNames {
    static final SpeakerNames NONE = new SpeakerNames(Map.of(), Map.of());

    /** Of so many clusters at most is a surname resolved in one query. */
    private static final int MOST_CLUSTERS = 500;

    /** From a key to the key that stands for it, for those that are not their own. */
    private final Map<String, String> canonical;

    /** By cluster, from the key of a surname to a full name as it is spelled. */
    private final Map<String, Map<String, String>> surnames;

    private final Map<String, Set<String>> forms = new HashMap<>();

    private SpeakerNames(Map<String, String> canonical, Map<String, Map<String, String>> surnames) {
        this.canonical = canonical;
        this.surnames = surnames;
        canonical.forEach((key, whole) -> forms.computeIfAbsent(whole, each -> new TreeSet<>(Set.of(each)))
                .add(key));
    }

    static SpeakerNames of(IndexReader reader, Clusters clusters) throws IOException {
        return new SpeakerNames(merged(reader), clusters.isEmpty() ? Map.of() : Surnames.of(reader, clusters));
    }

    private static Map<String, String> merged(IndexReader reader) throws IOException {
        Map<String, String> parents = new HashMap<>();
        @Nullable Terms terms = MultiTerms.getTerms(reader, Fields.SAME_AS);
        if (terms == null) {
            return Map.of();
        }
        TermsEnum each = terms.iterator();
        String alias = "";
        List<String> names = new ArrayList<>();
        for (@Nullable BytesRef term = each.next(); term != null; term = each.next()) {
            String pair = term.utf8ToString();
            int tab = pair.indexOf('\t');
            if (!pair.substring(0, tab).equals(alias)) {
                join(alias, names, parents);
                alias = pair.substring(0, tab);
                names.clear();
            }
            names.add(pair.substring(tab + 1));
        }
        join(alias, names, parents);
        return representatives(reader, parents);
    }

    private static void join(String alias, List<String> names, Map<String, String> parents) {
        if (names.size() == 1 && !root(alias, parents).equals(root(names.getFirst(), parents))) {
            parents.put(root(alias, parents), root(names.getFirst(), parents));
        }
    }

    private static String root(String key, Map<String, String> parents) {
        String at = key;
        for (@Nullable String next = parents.get(at); next != null; next = parents.get(at)) {
            at = next;
        }
        return at;
    }

    /** Of the names of one speaker the one that most findings have stands for all, then the first in the alphabet. */
    private static Map<String, String> representatives(IndexReader reader, Map<String, String> parents)
            throws IOException {
        Map<String, TreeSet<String>> groups = new HashMap<>();
        for (String key : parents.keySet()) {
            String root = root(key, parents);
            groups.computeIfAbsent(root, each -> new TreeSet<>(Set.of(each))).add(key);
        }
        Map<String, String> canonical = new HashMap<>();
        for (Set<String> group : groups.values()) {
            String best = "";
            int most = -1;
            for (String key : group) {
                int findings = reader.docFreq(new Term(Fields.SPEAKER_KEY, key));
                if (findings > most) {
                    best = key;
                    most = findings;
                }
            }
            String whole = best;
            group.stream().filter(key -> !key.equals(whole)).forEach(key -> canonical.put(key, whole));
        }
        return canonical;
    }

    /** The key that stands for a name: mostly its own. */
    String canonical(String name) {
        String key = NameKey.of(name);
        return canonical.getOrDefault(key, key);
    }

    /** The full name of whoever a surname means in a cluster of near-copies; elsewhere the name as it is. */
    String inCluster(String name, String cluster) {
        return Optional.ofNullable(surnames.get(cluster))
                .map(full -> full.get(NameKey.of(name)))
                .orElse(name);
    }

    boolean isWithoutSurnames() {
        return surnames.isEmpty();
    }

    /** All that one speaker said, under any name that is known to be theirs. */
    Query by(String name, Clusters clusters) {
        String whole = canonical(name);
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        Set<String> keys = forms(whole);
        BooleanQuery.Builder others = new BooleanQuery.Builder();
        int taken = 0;
        for (Map.Entry<String, Map<String, String>> in : surnames.entrySet()) {
            for (Map.Entry<String, String> surname : in.getValue().entrySet()) {
                boolean theirs = keys.contains(NameKey.of(surname.getValue()));
                if ((theirs || keys.contains(surname.getKey())) && taken++ < MOST_CLUSTERS) {
                    Query there = new BooleanQuery.Builder()
                            .add(clusters.query(in.getKey()), Occur.FILTER)
                            .add(new TermQuery(new Term(Fields.SPEAKER_KEY, surname.getKey())), Occur.FILTER)
                            .build();
                    (theirs ? any : others).add(there, theirs ? Occur.SHOULD : Occur.MUST_NOT);
                }
            }
        }
        keys.forEach(key -> any.add(new TermQuery(new Term(Fields.SPEAKER_KEY, key)), Occur.SHOULD));
        return others.add(any.build(), Occur.MUST).build();
    }

    /** All that is aimed at somebody under any of their names. */
    Query against(String name) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        forms(canonical(name)).forEach(key -> any.add(new TermQuery(new Term(Fields.TARGET_KEY, key)), Occur.SHOULD));
        return any.build();
    }

    private Set<String> forms(String whole) {
        return new HashSet<>(forms.getOrDefault(whole, Set.of(whole)));
    }
}
