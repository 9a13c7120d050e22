package org.onrecord.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Which findings of one article have a term, for the terms that somebody asks for. */
final class TermDocuments {
    private final Map<Term, FixedBitSet> documents = new HashMap<>();
    private final int count;

    TermDocuments(DirectoryReader reader, Set<Term> asked) throws IOException {
        count = reader.maxDoc();
        for (LeafReaderContext leaf : reader.leaves()) {
            for (FieldInfo field : leaf.reader().getFieldInfos()) {
                @Nullable
                Terms terms = field.getIndexOptions() == IndexOptions.NONE
                        ? null
                        : leaf.reader().terms(field.name);
                if (terms != null) {
                    collect(leaf, field.name, terms.iterator(), asked);
                }
            }
        }
    }

    private void collect(LeafReaderContext leaf, String field, TermsEnum each, Set<Term> asked) throws IOException {
        @Nullable PostingsEnum postings = null;
        for (@Nullable BytesRef bytes = each.next(); bytes != null; bytes = each.next()) {
            Term term = new Term(field, bytes.utf8ToString());
            if (asked.contains(term)) {
                postings = each.postings(postings, PostingsEnum.NONE);
                FixedBitSet has = documents.computeIfAbsent(term, unseen -> new FixedBitSet(count));
                for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
                    has.set(leaf.docBase + doc);
                }
            }
        }
    }

    /** The terms that were asked for and occur. */
    Set<Term> terms() {
        return documents.keySet();
    }

    /** Whether one finding has a term of each set. */
    boolean have(Iterable<Set<Term>> sets) {
        FixedBitSet left = new FixedBitSet(count);
        left.set(0, count);
        for (Set<Term> set : sets) {
            FixedBitSet any = new FixedBitSet(count);
            for (Term term : set) {
                @Nullable FixedBitSet has = documents.get(term);
                if (has != null) {
                    any.or(has);
                }
            }
            left.and(any);
            if (left.scanIsEmpty()) {
                return false;
            }
        }
        return true;
    }
}
