package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of an index that have several articles, those one that an article links. A cluster is named by the first
 * in the alphabet of the clusters it was made of. Takes memory for clusters of several articles only.
 */
final class Clusters {
    /** No article has a copy. */
    static final Clusters NONE = new Clusters(Set.of(), Map.of());

    private final Set<String> several;
    private final Map<String, String> names;

    /** By the name of a cluster the clusters it was made of, itself left out. */
    private final Map<String, List<String>> parts = new HashMap<>();

    /** For each segment what {@link SharedOrdinals} found out. */
    private final Map<IndexReader.CacheKey, long[]> hashes = new ConcurrentHashMap<>();

    private Clusters(Set<String> several, Map<String, String> names) {
        this.several = several;
        this.names = names;
        names.forEach((part, whole) -> {
            if (!part.equals(whole)) {
                parts.computeIfAbsent(whole, unseen -> new ArrayList<>()).add(part);
            }
        });
    }

    static Clusters of(IndexReader reader) throws IOException {
        Set<String> several = new HashSet<>();
        @Nullable Terms terms = MultiTerms.getTerms(reader, Fields.MEMBER);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (@Nullable BytesRef term = each.next(); term != null; term = each.next()) {
                if (each.docFreq() > 1) { // counts articles replaced since, which does no harm
                    several.add(term.utf8ToString());
                }
            }
        }
        Map<String, String> names = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            @Nullable SortedSetDocValues links = leaf.reader().getSortedSetDocValues(Fields.LINK);
            @Nullable Bits live = leaf.reader().getLiveDocs();
            if (links != null) {
                while (links.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    if (live == null || live.get(links.docID())) {
                        link(links, names);
                    }
                }
            }
        }
        several.addAll(names.keySet());
        names.replaceAll((from, to) -> name(from, names));
        return new Clusters(several, names);
    }

    private static void link(SortedSetDocValues links, Map<String, String> names) throws IOException {
        String first = name(links.lookupOrd(links.nextOrd()).utf8ToString(), names);
        for (int i = 1; i < links.docValueCount(); i++) {
            String other = name(links.lookupOrd(links.nextOrd()).utf8ToString(), names);
            boolean before = first.compareTo(other) <= 0;
            names.put(first, before ? first : other);
            names.put(other, before ? first : other);
            first = before ? first : other;
        }
    }

    private static String name(String cluster, Map<String, String> names) {
        String at = cluster;
        for (String next = names.getOrDefault(at, at); !next.equals(at); next = names.getOrDefault(at, at)) {
            at = next;
        }
        return at;
    }

    /** Whether no article has a copy. */
    boolean isEmpty() {
        return several.isEmpty();
    }

    /** Whether a cluster may have more articles than one. */
    boolean isShared(String cluster) {
        return several.contains(cluster);
    }

    /** Room for one number for each cluster of a segment, kept as long as the reader where the segment can be known again. */
    long[] hashes(LeafReader leaf, int size) {
        if (isEmpty()) {
            return new long[0];
        }
        IndexReader.@Nullable CacheHelper helper = leaf.getCoreCacheHelper();
        return helper == null ? new long[size] : hashes.computeIfAbsent(helper.getKey(), unseen -> new long[size]);
    }

    /** The cluster of which a cluster is part; mostly itself. */
    String name(String cluster) {
        return names.getOrDefault(cluster, cluster);
    }

    /** What belongs to a cluster, named by itself, by one that is part of it, or by its first article. */
    Query query(String given) {
        return query(Set.of(name(Cluster.name(given))));
    }

    /** What belongs to any of the clusters with these names. */
    Query query(Set<String> wanted) {
        List<BytesRef> all = new ArrayList<>();
        for (String name : wanted) {
            all.add(new BytesRef(name));
            parts.getOrDefault(name, List.of()).forEach(part -> all.add(new BytesRef(part)));
        }
        return new TermInSetQuery(Fields.CLUSTER, all);
    }
}
