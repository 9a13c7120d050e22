package org.onrecord.attribution.tagger;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.onrecord.attribution.tagger.Crf.Likely;

/** Random fields that were trained on different traits of the same words; what they say is averaged. */
public record Fields(List<Crf> members) {
    private static final Comparator<Likely> IN_ORDER = Comparator.comparing(
                    (Likely likely) -> likely.stretch().label())
            .thenComparingInt(likely -> likely.stretch().first())
            .thenComparingInt(likely -> likely.stretch().last());

    public Fields {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("no field");
        }
    }

    /**
     * All stretches that are at least so likely on the average; they may overlap. What a field gives less than half of that
     * counts as nothing, so that none has to look at everything.
     */
    public List<Likely> stretches(List<List<String>> traits, double least) {
        Map<Stretch, Double> sums = new HashMap<>();
        for (Crf member : members) {
            for (Likely likely : member.stretches(traits, least / 2)) {
                sums.merge(likely.stretch(), likely.probability(), Double::sum);
            }
        }
        List<Likely> mean = new ArrayList<>();
        sums.forEach((stretch, sum) -> {
            if (sum / members.size() >= least) {
                mean.add(new Likely(stretch, sum / members.size()));
            }
        });
        mean.sort(IN_ORDER);
        return mean;
    }

    void write(DataOutputStream out, float least) throws IOException {
        out.writeInt(members.size());
        for (Crf member : members) {
            member.write(out, least);
        }
    }

    static Fields read(DataInputStream in) throws IOException {
        List<Crf> members = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            members.add(Crf.read(in));
        }
        return new Fields(members);
    }
}
