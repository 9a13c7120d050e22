package org.onrecord.harvest.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Who wrote an article. JSON-LD first; where it names only the publisher, people named in a meta element or in a byline on
 * the page come before it.
 */
final class PageAuthors {
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*[;|/•]\\s*|\\s*,\\s*(?:and |und |et |y |e |og |och |en )?|\\s+(?:and|und|et|y|og|och|en|ja|sowie|with|con|avec|mit|&)\\s+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE = Pattern.compile(
            "^(?:(?:view |see )?(?:all )?(?:posts?|articles?|stories|more) (?:by|from)|(?:written|story|words|text|posted|published|reviewed|reported|edited)?\\s*by|von|par|por|di|da|af|av|door|autor(?:in)?s?|authors?|(?:ein )?(?:beitrag|artikel|text|kommentar|interview|bericht) von|текст|автор)[:\\s]+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern AFTER = Pattern.compile(
            "\\s*\\([^)]*\\)?$|^\\(|[)\\]]$|\\s+(?:\\d{1,2}[./ ]|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w* \\d).*$|[.,:|·•-]+$|\\s+[|·•].*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_NAME = Pattern.compile(
            ".*(?:https?:|www\\.|@|\\d{3,}|\\bstaff\\b|\\bnewsroom\\b|\\bposted\\b|\\bupdated\\b|\\bmin(?:utes?)?\\b|\\bread\\b|\\bthis author\\b|\\bmore\\b|\\blatest\\b|\\b(?:senior|chief|managing|deputy|contributing|staff)\\b|\\b(?:writer|reporter|correspondent|photographer|producer|officer|head of)\\b|\\+|\\bcomments?\\b|\\bfollow\\b).*|admin(?:istrator)?|editor(?:ial)?|webmaster|unknown|sponsored|published(?: on)?|(?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.? \\d+|null|undefined|guest|author|by|anonymous|(?:md|phd|ms|rdn?|ld|mph|jr|dr|rn)\\.?",
            Pattern.CASE_INSENSITIVE);
    private static final Evaluator BYLINES = Selector.evaluatorOf(
            "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], [class*=author-name], [class*=authorName], [class*=author_name], [class*=byline-name], [class*=byline__name], a[href*='/author/'], a[href*='/authors/'], a[href*='/autor/'], a[href*='/profile/'], [class*=byline] a, [class*=author] a, [class~=(?i)^(?:by-?line|author|autor|article-?author)s?$]");
    private static final List<String> HINTING = List.of("class", "rel", "itemprop", "href");
    private static final Evaluator BODY = Selector.evaluatorOf("article, main");
    private static final int LONGEST = 60;
    private static final int MOST_WORDS = 6;
    private static final int MOST = 12;

    private final Document page;
    private final Marked marked;
    private final Metas metas;
    private final LinkedData linked;
    private final Set<String> publishers;

    PageAuthors(Document page, Marked marked, Metas metas, LinkedData linked) {
        this.page = page;
        this.marked = marked;
        this.metas = metas;
        this.linked = linked;
        this.publishers = publishers();
    }

    List<String> find() {
        List<String> stated = clean(linkedNames(true).stream());
        if (hasPerson(stated)) {
            return people(stated);
        }
        List<String> meta = clean(Stream.of(
                        "author",
                        "article:author",
                        "dc.creator",
                        "dcterms.creator",
                        "sailthru.author",
                        "parsely-author",
                        "cxenseparse:author",
                        "byl",
                        "og:article:author",
                        "article:author_name",
                        "creator")
                .flatMap(name -> metas.all(name).stream()));
        if (hasPerson(meta)) {
            return people(meta);
        }
        List<String> shown = shown();
        if (hasPerson(shown)) {
            return people(shown);
        }
        List<String> all = clean(linkedNames(false).stream());
        return !stated.isEmpty() ? stated : !all.isEmpty() ? all : meta;
    }

    private boolean hasPerson(List<String> names) {
        return names.stream().anyMatch(name -> !isPublisher(name));
    }

    private List<String> people(List<String> names) {
        return names.stream().filter(name -> !isPublisher(name)).toList();
    }

    private boolean isPublisher(String name) {
        String letters = Metas.letters(name);
        return publishers.stream()
                .anyMatch(publisher ->
                        publisher.equals(letters) || (letters.length() > 3 && publisher.startsWith(letters)));
    }

    private List<String> linkedNames(boolean people) {
        List<String> names = new ArrayList<>();
        linked.articles().limit(3).forEach(node -> {
            if (names.isEmpty()) {
                LinkedData.all(node.path("author")).forEach(author -> names(author, people, names));
                if (names.isEmpty()) {
                    LinkedData.all(node.path("creator")).forEach(author -> names(author, people, names));
                }
            }
        });
        return names;
    }

    private static void names(JsonNode author, boolean people, List<String> names) {
        if (author.isTextual()) {
            names.add(author.asText());
        } else if (!people || !author.path("@type").asText("").equals("Organization")) {
            LinkedData.all(author.path("name"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .forEach(names::add);
        }
    }

    /** The names of people in one value of {@code author}. */
    static Stream<String> people(JsonNode author) {
        List<String> names = new ArrayList<>();
        names(author, true, names);
        return names.stream();
    }

    /** In a byline on the page: the first kind of element that has a name. */
    private List<String> shown() {
        List<Element> found = new ArrayList<>();
        gather(page, false, found);
        Optional<Element> body = Optional.ofNullable(page.selectFirst(BODY));
        List<String> within = clean(found.stream()
                .filter(element ->
                        body.filter(outer -> isWithin(element, outer)).isPresent())
                .map(Element::text)
                .limit(6));
        return within.isEmpty() ? clean(found.stream().map(Element::text).limit(4)) : within;
    }

    /**
     * What matches {@link #BYLINES}: asked only about elements that have one of its words or stand in one that has.
     *
     * @param inside whether an element around it has one of the words
     */
    private static void gather(Element element, boolean inside, List<Element> found) {
        boolean hints = element.attributesSize() > 0 && hints(element.attributes());
        boolean may = hints
                || (inside
                        && (element.normalName().equals("a")
                                || element.attributes().get("itemprop").equals("name")));
        if (may && element.is(BYLINES)) {
            found.add(element);
        }
        for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
            if (child instanceof Element inner) {
                gather(inner, inside || hints, found);
            }
        }
    }

    private static boolean hints(Attributes attributes) {
        for (String attribute : HINTING) {
            String value = attributes.get(attribute);
            if (!value.isEmpty()) {
                String lower = value.toLowerCase(Locale.ROOT);
                if (lower.contains("aut") || lower.contains("line") || lower.contains("/profile/")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWithin(Element element, Element outer) {
        Element parent = element.parent();
        while (parent != null && !parent.equals(outer)) {
            parent = parent.parent();
        }
        return parent != null;
    }

    private Set<String> publishers() {
        Set<String> names = new LinkedHashSet<>();
        metas.first("og:site_name").map(Metas::letters).ifPresent(names::add);
        linked.articles()
                .forEach(node -> LinkedData.all(node.path("publisher"))
                        .map(publisher -> Metas.letters(publisher.path("name").asText("")))
                        .filter(name -> !name.isEmpty())
                        .forEach(names::add));
        marked.canonical()
                .map(href -> Metas.letters(
                        href.replaceFirst("^https?://(?:www\\.)?", "").replaceFirst("/.*", "")))
                .ifPresent(names::add);
        return names;
    }

    /** The names in bylines, each once. */
    static List<String> clean(Stream<String> names) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> clean = new ArrayList<>();
        names.map(Metas::unescaped)
                .filter(name -> !name.matches("(?i)(?:https?:|www\\.|/).*"))
                .map(name -> BEFORE.matcher(name).replaceFirst(""))
                .flatMap(name -> Stream.of(BETWEEN.split(name, -1)))
                .map(name -> AFTER.matcher(BEFORE.matcher(name.strip()).replaceFirst(""))
                        .replaceFirst("")
                        .strip())
                .filter(PageAuthors::isName)
                .filter(name -> seen.add(Metas.letters(name)))
                .limit(MOST)
                .forEach(clean::add);
        return clean;
    }

    private static boolean isName(String name) {
        return name.length() > 1
                && name.length() <= LONGEST
                && name.split("\\s+", -1).length <= MOST_WORDS
                && name.codePoints().anyMatch(Character::isLetter)
                && !NO_NAME.matcher(name).matches();
    }
}
