package org.onrecord.eval.train;

import edu.stanford.nlp.io.IOUtils;
import edu.stanford.nlp.neural.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.simple.SimpleMatrix;
import org.onrecord.attribution.tagger.WordClusters;
import org.onrecord.attribution.tagger.WordClusters.Cuts;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.datasource.ListDataSource;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Clusters words by the vectors that CoreNLP's coreference model brings along (50 dimensions, brought to one length), by
 * k-means with a fixed seed: 100 coarse and 800 fine clusters.
 */
public final class ClusterTrainer {
    private static final String VECTORS = "edu/stanford/nlp/models/coref/neural/english-embeddings.ser.gz";
    private static final int COARSE = 100;
    private static final int FINE = 800;
    private static final int ITERATIONS = 25;
    private static final int THREADS = 2;
    private static final long SEED = 1;

    private final Embedding vectors;
    private final List<String> words;

    private ClusterTrainer(Embedding vectors) {
        this.vectors = vectors;
        this.words = vectors.keySet().stream()
                .filter(word -> word.codePoints().anyMatch(letter -> letter >= 'a' && letter <= 'z'))
                .filter(word -> vectors.get(word).normF() > 0)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Clusters the words; takes a minute. */
    public static WordClusters train() throws IOException {
        try {
            return new ClusterTrainer(IOUtils.readObjectFromURLOrClasspathOrFileSystem(VECTORS)).clusters();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the vectors " + VECTORS + " are of another version", e);
        }
    }

    private WordClusters clusters() {
        ClusteringFactory factory = new ClusteringFactory();
        List<Example<ClusterID>> examples = new ArrayList<>();
        String[] dimensions = IntStream.range(0, vectors.getEmbeddingSize())
                .mapToObj(i -> "%03d".formatted(i))
                .toArray(String[]::new);
        for (String word : words) {
            SimpleMatrix vector = vectors.get(word);
            double length = vector.normF();
            double[] values = IntStream.range(0, dimensions.length)
                    .mapToDouble(i -> vector.get(i) / length)
                    .toArray();
            examples.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, dimensions, values));
        }
        MutableDataset<ClusterID> all = new MutableDataset<>(
                new ListDataSource<>(examples, factory, new SimpleDataSourceProvenance("words", factory)));
        KMeansModel coarse = trainer(COARSE).train(all);
        KMeansModel fine = trainer(FINE).train(all);
        Map<String, Cuts> clusters = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            clusters.put(words.get(i), new Cuts(number(coarse, examples.get(i)), number(fine, examples.get(i))));
        }
        return new WordClusters(clusters);
    }

    private static KMeansTrainer trainer(int clusters) {
        return new KMeansTrainer(
                clusters,
                ITERATIONS,
                DistanceType.L2.getDistance(),
                KMeansTrainer.Initialisation.PLUSPLUS,
                THREADS,
                SEED);
    }

    private static String number(KMeansModel model, Example<ClusterID> word) {
        return String.valueOf(model.predict(word).getOutput().getID());
    }
}
