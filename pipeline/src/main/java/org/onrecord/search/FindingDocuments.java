package org.onrecord.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.onrecord.document.Article;
import org.onrecord.document.Attribution;
import org.onrecord.document.CasualtyFigure;
import org.onrecord.document.Claim;
import org.onrecord.document.Document;
import org.onrecord.document.Entity;
import org.onrecord.document.EntityType;
import org.onrecord.document.Kind;
import org.onrecord.document.Quantity;
import org.onrecord.document.Quote;
import org.onrecord.document.Span;
import org.onrecord.document.Speaker;
import org.onrecord.document.Voice;
import org.onrecord.standoff.DocumentJson;

/** Turns an annotated article into one block of Lucene documents: its findings first, the article last. */
final class FindingDocuments {
    /** Characters of the article shown on either side of a finding. */
    private static final int CONTEXT = 160;

    /** Characters of the article that say where it plays. */
    private static final int OPENING = 400;

    /** What is counted is no longer than this. */
    private static final int LONGEST_FACET = 200;

    /** Of so many other names of a speaker an index knows, for each finding. */
    private static final int MOST_ALIASES = 10;

    private final Document document;
    private final Place place;
    private final Fingerprint print;
    private final Map<String, Entity> entities = new HashMap<>();
    private final FindingRows rows = new FindingRows();

    /**
     * Where the article stands in the index.
     *
     * @param key under which it is kept
     * @param origin from where it was read
     * @param version of the program that annotated it
     * @param fetched when it was on the web; empty where nobody knows
     */
    record Place(String key, String origin, String version, Cluster cluster, Optional<Instant> fetched) {}

    FindingDocuments(Document document, Place place, Fingerprint print) {
        this.document = document;
        this.place = place;
        this.print = print;
        document.all(Kind.ENTITY).forEach(entity -> entities.put(entity.id(), entity));
    }

    List<org.apache.lucene.document.Document> block() {
        List<org.apache.lucene.document.Document> block = new ArrayList<>();
        Map<String, Quote> quotes =
                document.all(Kind.QUOTE).stream().collect(Collectors.toMap(Quote::id, quote -> quote));
        Map<String, Claim> claims = document.all(Kind.CLAIM).stream()
                .collect(Collectors.toMap(Claim::attribution, claim -> claim, (first, second) -> first));
        for (Attribution attribution : document.all(Kind.ATTRIBUTION)) {
            Optional<Claim> claim = Optional.ofNullable(claims.get(attribution.id()));
            for (String quote : attribution.quotes()) {
                Optional.ofNullable(quotes.get(quote))
                        .ifPresent(
                                found -> block.add(said(Hit.Type.QUOTE, found.id(), found.span(), attribution, claim)));
            }
            if (attribution.quotes().isEmpty()) {
                block.add(said(
                        Hit.Type.CLAIM, attribution.id(), attribution.content().hull(), attribution, claim));
            }
        }
        document.all(Kind.CASUALTY).forEach(figure -> block.add(figure(figure)));
        block.add(article());
        return block;
    }

    private org.apache.lucene.document.Document said(
            Hit.Type type, String id, Span span, Attribution attribution, Optional<Claim> claim) {
        org.apache.lucene.document.Document fields = finding(type, id, span);
        String speakerName = attribution.speaker().map(Speaker::name).orElse("");
        fields.add(new NumericDocValuesField(Fields.ROW, rows.said(type, speakerName, span.of(document.text()))));
        fields.add(new StringField(Fields.VOICE, "source", Store.NO));
        attribution.speaker().ifPresent(speaker -> {
            fields.add(new TextField(Fields.SPEAKER, names(speaker), Store.NO));
            fields.add(new StoredField(Fields.SPEAKER_NAME, speaker.name()));
            facet(Facets.By.SPEAKER, speaker.name(), fields);
            speaker.affiliation().ifPresent(body -> facet(Facets.By.AFFILIATION, body, fields));
            fields.add(new StringField(Fields.SPEAKER_TYPE, lower(speaker.type()), Store.YES));
            key(Fields.SPEAKER_KEY, speaker.name(), fields);
            aliases(speaker, fields);
            speaker.role().ifPresent(role -> {
                fields.add(new StoredField(Fields.ROLE, role));
                facet(Facets.By.ROLE, role, fields);
            });
            speaker.affiliation().ifPresent(body -> fields.add(new StoredField(Fields.AFFILIATION, body)));
            fields.add(new TextField(Fields.SOURCE, names(speaker), Store.NO));
        });
        claim.ifPresent(found -> {
            fields.add(new StringField(Fields.STANCE, lower(found.stance()), Store.YES));
            facet(Facets.By.STANCE, lower(found.stance()), fields);
            found.target().ifPresent(target -> {
                fields.add(new TextField(Fields.TARGET, target.name(), Store.YES));
                key(Fields.TARGET_KEY, target.name(), fields);
                facet(Facets.By.TARGET, target.name(), fields);
            });
        });
        return fields;
    }

    /** Every form by which the speaker can be asked for: canonical name, mentions, role, affiliation. */
    private String names(Speaker speaker) {
        List<String> names = new ArrayList<>(List.of(speaker.name()));
        mentions(speaker).forEach(names::add);
        speaker.role().ifPresent(names::add);
        speaker.affiliation().ifPresent(names::add);
        return names.stream().distinct().collect(Collectors.joining(" . "));
    }

    /** The other names that the article gives a speaker; of those that are telling, that they are the speaker's. */
    private void aliases(Speaker speaker, org.apache.lucene.document.Document fields) {
        String key = NameKey.of(speaker.name());
        boolean person = speaker.type() == Speaker.Type.PERSON;
        mentions(speaker).filter(NameKey::isName).limit(MOST_ALIASES).forEach(form -> {
            fields.add(new SortedSetDocValuesField(Fields.ALIAS, new BytesRef(form)));
            String alias = NameKey.of(form);
            if (!alias.equals(key)) {
                fields.add(new StringField(Fields.ALIAS_KEY, alias, Store.NO));
                if (NameKey.isTelling(form, person)) {
                    fields.add(new StringField(Fields.SAME_AS, alias + "\t" + key, Store.NO));
                }
            }
        });
    }

    private Stream<String> mentions(Speaker speaker) {
        return speaker.entity().map(entities::get).stream()
                .flatMap(entity -> entity.extent().spans().stream())
                .map(span -> span.of(document.text()).strip())
                .distinct();
    }

    private static void key(String field, String name, org.apache.lucene.document.Document fields) {
        String key = NameKey.of(name);
        if (!key.isEmpty()) {
            fields.add(new StringField(field, key, Store.NO));
        }
    }

    private org.apache.lucene.document.Document figure(CasualtyFigure figure) {
        org.apache.lucene.document.Document fields = finding(Hit.Type.FIGURE, figure.id(), figure.span());
        Quantity quantity = figure.quantity();
        fields.add(new NumericDocValuesField(Fields.ROW, rows.figure(figure)));
        fields.add(new StringField(Fields.OUTCOME, lower(figure.outcome()), Store.YES));
        facet(Facets.By.OUTCOME, lower(figure.outcome()), fields);
        fields.add(new StringField(Fields.EXACTNESS, DocumentJson.exactness(quantity), Store.YES));
        quantity.min().ifPresent(min -> fields.add(new StoredField(Fields.MIN, min)));
        quantity.max().ifPresent(max -> fields.add(new StoredField(Fields.MAX, max)));
        (quantity.min().isPresent() ? quantity.min() : quantity.max()).ifPresent(count -> {
            fields.add(new LongPoint(Fields.COUNT, count));
            fields.add(new NumericDocValuesField(Fields.COUNT, count));
        });
        figure.place().or(this::setting).ifPresent(at -> fields.add(new TextField(Fields.PLACE, at, Store.NO)));
        figure.cause().ifPresent(cause -> fields.add(new TextField(Fields.CAUSE, cause, Store.NO)));
        if (figure.voice() instanceof Voice.Source source) {
            fields.add(new StringField(Fields.VOICE, "source", Store.NO));
            fields.add(new TextField(Fields.SOURCE, source.name(), Store.YES));
            key(Fields.SPEAKER_KEY, source.name(), fields);
        } else {
            fields.add(new StringField(Fields.VOICE, "publisher", Store.NO));
        }
        return fields;
    }

    /** The places that the opening of the article names, for a figure that has none of its own. */
    private Optional<String> setting() {
        String names = document.all(Kind.ENTITY).stream()
                .filter(entity -> entity.type() == EntityType.LOCATION)
                .filter(entity -> entity.extent().start() < OPENING)
                .map(Entity::name)
                .collect(Collectors.joining(" . "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private org.apache.lucene.document.Document article() {
        org.apache.lucene.document.Document fields =
                finding(Hit.Type.ARTICLE, document.article().id(), Optional.empty());
        text(document.text(), fields);
        fields.add(new StoredField(Fields.JSON, DocumentJson.write(document)));
        fields.add(new StringField(Fields.VERSION, place.version(), Store.YES));
        fields.add(new NumericDocValuesField(Fields.ROW, rows.article()));
        fields.add(new StringField(Fields.MEMBER, place.cluster().name(), Store.NO));
        fields.add(new BinaryDocValuesField(Fields.SHINGLES, print.shingles().bytes()));
        print.bands().forEach(band -> fields.add(new StringField(Fields.BAND, band, Store.NO)));
        place.cluster()
                .links()
                .forEach(link -> fields.add(new SortedSetDocValuesField(Fields.LINK, new BytesRef(link))));
        return fields;
    }

    private org.apache.lucene.document.Document finding(Hit.Type type, String id, Span span) {
        org.apache.lucene.document.Document fields = finding(type, id, Optional.of(span));
        text(span.of(document.text()), fields);
        return fields;
    }

    private static void text(String text, org.apache.lucene.document.Document fields) {
        fields.add(new TextField(Fields.TEXT, text, Store.NO));
        fields.add(new TextField(Fields.EXACT, text, Store.NO));
    }

    private org.apache.lucene.document.Document finding(Hit.Type type, String id, Optional<Span> span) {
        Article article = document.article();
        org.apache.lucene.document.Document fields = new org.apache.lucene.document.Document();
        fields.add(new StringField(Fields.KIND, lower(type), Store.YES));
        fields.add(new StringField(Fields.KEY, place.key(), Store.YES));
        fields.add(new StringField(Fields.CLUSTER, place.cluster().name(), Store.YES));
        fields.add(new SortedDocValuesField(
                Fields.CLUSTER, new BytesRef(place.cluster().name())));
        fields.add(new StringField(Fields.LANGUAGE, article.language(), Store.YES));
        facet(Facets.By.LANGUAGE, article.language(), fields);
        facet(Facets.By.KIND, lower(type), fields);
        fields.add(new StringField(Fields.ARTICLE, article.id(), Store.YES));
        fields.add(new StoredField(Fields.ID, id));
        fields.add(new StoredField(Fields.ORIGIN, place.origin()));
        place.fetched().ifPresent(time -> {
            fields.add(new StoredField(
                    Fields.FETCHED, time.truncatedTo(ChronoUnit.SECONDS).toString()));
            fields.add(new LongPoint(
                    Fields.FETCHED_DAY,
                    time.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay()));
        });
        article.metadata().title().ifPresent(title -> fields.add(new TextField(Fields.TITLE, title, Store.YES)));
        article.metadata().url().ifPresent(url -> fields.add(new StoredField(Fields.URL, url)));
        article.metadata()
                .site()
                .or(() -> article.metadata().url())
                .ifPresent(site -> fields.add(new TextField(Fields.SITE, site, Store.NO)));
        article.metadata()
                .url()
                .flatMap(PageAddress::host)
                .ifPresent(host ->
                        domains(host).forEach(domain -> fields.add(new TextField(Fields.SITE, domain, Store.NO))));
        article.metadata()
                .site()
                .or(() -> article.metadata().url().flatMap(PageAddress::host))
                .ifPresent(site -> {
                    fields.add(new StoredField(Fields.SITE, site));
                    facet(Facets.By.SITE, site, fields);
                });
        article.metadata().published().ifPresent(time -> {
            fields.add(new StoredField(Fields.PUBLISHED, time.iso()));
            fields.add(new LongPoint(Fields.DAY, time.day().toEpochDay()));
            fields.add(new NumericDocValuesField(Fields.DAY, time.day().toEpochDay()));
        });
        Span shown = context(span.orElseGet(() -> new Span(0, 1)));
        fields.add(new StoredField(Fields.CONTEXT, shown.of(document.text())));
        fields.add(new StoredField(Fields.CONTEXT_START, shown.start()));
        int start = span.map(Span::start).orElse(shown.start());
        int end = span.map(Span::end).orElse(shown.start());
        fields.add(new StoredField(Fields.START, start));
        fields.add(new StoredField(Fields.END, end));
        fields.add(new NumericDocValuesField(Fields.START, start));
        return fields;
    }

    /** {@code edition.cnn.com} is also {@code cnn.com}. */
    private static List<String> domains(String host) {
        List<String> domains = new ArrayList<>();
        for (int at = 0; at >= 0 && host.indexOf('.', at) > 0; ) {
            domains.add(host.substring(at));
            int dot = host.indexOf('.', at);
            at = dot < 0 ? -1 : dot + 1;
        }
        return domains;
    }

    private static void facet(Facets.By by, String value, org.apache.lucene.document.Document fields) {
        String cut = value.substring(0, Math.min(value.length(), LONGEST_FACET));
        fields.add(new SortedDocValuesField(Fields.facet(by), new BytesRef(cut)));
    }

    /** The finding with some words around it, cut at white space and at paragraphs. */
    private Span context(Span span) {
        String text = document.text();
        int start = span.start();
        while (start > 0 && span.start() - start < CONTEXT && text.charAt(start - 1) != '\n') {
            start--;
        }
        while (start > 0
                && start < span.start()
                && text.charAt(start - 1) != '\n'
                && !Character.isWhitespace(text.charAt(start - 1))) {
            start++;
        }
        int end = span.end();
        while (end < text.length() && end - span.end() < CONTEXT && text.charAt(end) != '\n') {
            end++;
        }
        while (end < text.length()
                && end > span.end()
                && text.charAt(end) != '\n'
                && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        return new Span(start, end);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
