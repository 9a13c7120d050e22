package org.onrecord.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.Basis;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Extent;
import org.onrecord.document.Kind;
import org.onrecord.document.Layer;
import org.onrecord.document.Metadata;
import org.onrecord.document.Provenance;
import org.onrecord.document.PublicationTime;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;

/** Articles made of sentences that somebody says. */
public final class InventedSpeech {
    private static final Basis BASIS = new Basis.Human("test");
    private static final Provenance PROVENANCE = new Provenance("test", "0");

    private InventedSpeech() {}

    /**
     * One sentence.
     *
     * @param name of the speaker in the article
     * @param called how this sentence calls them
     */
    public record Said(String name, String called, String words, Claim.Stance stance, Optional<String> target) {
        public static Said asserted(String name, String called, String words) {
            return new Said(name, called, words, Claim.Stance.ASSERT, Optional.empty());
        }
    }

    /** Persons, unless the name is in capitals or begins with "Ministry". */
    public static Document article(String host, String day, List<Said> sentences) {
        StringBuilder text = new StringBuilder();
        List<Entity> entities = new ArrayList<>();
        List<Attribution> attributions = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Said said = sentences.get(i);
            Span words = new Span(text.length(), text.length() + said.words().length());
            text.append(said.words()).append(", said ");
            Span called = new Span(text.length(), text.length() + said.called().length());
            text.append(said.called()).append(". ");
            boolean body = said.name().matches("[A-Z]+|Ministry.*");
            entities.add(new Entity(
                    "e" + i,
                    Extent.of(called),
                    body ? EntityType.ORGANIZATION : EntityType.PERSON,
                    said.name(),
                    Optional.empty(),
                    Optional.empty(),
                    BASIS));
            attributions.add(new Attribution(
                    "a" + i,
                    Attribution.Kind.INDIRECT,
                    Optional.empty(),
                    Optional.empty(),
                    Extent.of(words),
                    Optional.of(new Speaker(
                            said.name(),
                            Optional.of("e" + i),
                            body ? Speaker.Type.ORGANIZATION : Speaker.Type.PERSON,
                            Optional.empty(),
                            Optional.empty())),
                    List.of(),
                    BASIS));
            claims.add(new Claim(
                    "c" + i,
                    Extent.of(words),
                    "a" + i,
                    said.stance(),
                    said.target().map(name -> new Claim.Target(name, Optional.empty())),
                    Optional.empty(),
                    false,
                    List.of(),
                    said.stance() == Claim.Stance.DENY ? new Claim.Answer.Unlinked() : new Claim.Answer.Nothing(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    BASIS));
        }
        Metadata metadata = new Metadata(
                Optional.of("https://" + host + "/"
                        + Integer.toHexString(text.toString().hashCode())),
                Optional.empty(),
                Optional.of("A report"),
                List.of(),
                Optional.of(new PublicationTime(day)),
                Optional.empty());
        return Document.of(new Article(
                        text.toString(),
                        Article.ofBody(text.toString()).zones(),
                        metadata,
                        "en",
                        Article.Status.COMPLETE))
                .with(new Layer<>(Kind.ENTITY, entities, PROVENANCE))
                .with(new Layer<>(Kind.ATTRIBUTION, attributions, PROVENANCE))
                .with(new Layer<>(Kind.CLAIM, claims, PROVENANCE));
    }
}
