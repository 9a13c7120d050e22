package org.onrecord.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Finds the clusters of near-copies in which somebody goes by a surname in one copy and by a full name in another. */
final class Surnames {
    private Surnames() {}

    /** By cluster, from the key of a surname to the one full name there that ends so, as it is spelled. */
    static Map<String, Map<String, String>> of(IndexReader reader, Clusters clusters) throws IOException {
        Map<String, Map<String, String>> names = new HashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            collect(leaf.reader(), clusters, names);
        }
        Map<String, Map<String, String>> surnames = new HashMap<>();
        names.forEach((cluster, spelled) -> spelled.keySet().stream()
                .filter(NameKey::isBare)
                .forEach(bare -> {
                    List<String> full = spelled.keySet().stream()
                            .filter(key -> key.endsWith(" " + bare))
                            .map(key -> spelled.getOrDefault(key, key))
                            .toList();
                    if (full.size() == 1) {
                        surnames.computeIfAbsent(cluster, unseen -> new HashMap<>())
                                .put(bare, full.getFirst());
                    }
                }));
        return surnames;
    }

    private static void collect(LeafReader leaf, Clusters clusters, Map<String, Map<String, String>> names)
            throws IOException {
        @Nullable Terms terms = leaf.terms(Fields.SPEAKER_KEY);
        if (terms == null) {
            return;
        }
        FixedBitSet persons = persons(leaf);
        @Nullable Bits live = leaf.getLiveDocs();
        TermsEnum each = terms.iterator();
        @Nullable PostingsEnum postings = null;
        SharedOrdinals shared = new SharedOrdinals(leaf, clusters);
        for (@Nullable BytesRef term = each.next(); term != null; term = each.next()) {
            String key = term.utf8ToString();
            postings = each.postings(postings, PostingsEnum.NONE);
            SortedDocValues cluster = DocValues.getSorted(leaf, Fields.CLUSTER);
            SortedDocValues spelled = DocValues.getSorted(leaf, Fields.facet(Facets.By.SPEAKER));
            for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                boolean counts = persons.get(doc) && (live == null || live.get(doc)) && cluster.advanceExact(doc);
                if (counts && shared.isShared(cluster.ordValue()) && spelled.advanceExact(doc)) {
                    names.computeIfAbsent(shared.name(cluster.ordValue()), unseen -> new TreeMap<>())
                            .put(key, spelled.lookupOrd(spelled.ordValue()).utf8ToString());
                }
            }
        }
    }

    private static FixedBitSet persons(LeafReader leaf) throws IOException {
        FixedBitSet persons = new FixedBitSet(leaf.maxDoc());
        @Nullable PostingsEnum postings = leaf.postings(new Term(Fields.SPEAKER_TYPE, "person"));
        if (postings != null) {
            persons.or(postings);
        }
        return persons;
    }
}
