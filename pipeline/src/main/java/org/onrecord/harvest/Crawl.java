package org.onrecord.harvest;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.onrecord.document.Article;
import org.onrecord.harvest.fetch.Fetched;
import org.onrecord.harvest.listing.Form;
import org.onrecord.harvest.listing.Link;
import org.onrecord.harvest.listing.Listing;
import org.onrecord.harvest.listing.MalformedException;

/**
 * What one address or listing leads to: itself, if it is an article; else the articles of the feed or sitemap, or of all
 * that it lists. An address that was met before in the run is passed over.
 */
final class Crawl {
    /** Indexes in indexes; the standard allows one. */
    private static final int DEEPEST = 4;

    /** Feeds and sitemaps fetched for one argument. */
    private static final int MOST_LISTINGS = 1000;

    private final Web web;
    private final WebPages pages;
    private final Set<String> taken;
    private final Turn turn;
    private int listings;

    /** @param taken origins of what an earlier run has */
    Crawl(Web web, Articles articles, Set<String> taken) {
        this.web = web;
        this.pages = new WebPages(articles);
        this.taken = taken;
        this.turn = web.turn();
    }

    /** How many more articles a feed, or a sitemap with all its parts, may give. */
    private static final class Quota {
        private int left;

        Quota(int left) {
            this.left = left;
        }
    }

    /** The items of an address. */
    Stream<Harvested> at(URI address) {
        return ahead(() -> start(address));
    }

    /** The items of a listing that is there already. */
    Stream<Harvested> of(String name, Form form, byte[] bytes) {
        return ahead(() -> inTurn(() -> listed(name, form, bytes, Optional.empty(), new Quota(web.limit()), 0)));
    }

    private Stream<Harvested> ahead(Supplier<Iterator<Task>> begin) {
        Ahead<Harvested> ahead = new Ahead<>(new Lazily<Task>() {
            private Optional<Iterator<Task>> tasks = Optional.empty();

            @Override
            Optional<Task> advance() {
                if (tasks.isEmpty()) {
                    tasks = Optional.of(begin.get());
                    if (!(tasks.get() instanceof Lazily<Task>)) { // all addresses are known
                        turn.pass();
                    }
                }
                if (tasks.get().hasNext()) {
                    return Optional.of(tasks.get().next());
                }
                turn.pass();
                return Optional.empty();
            }
        });
        return ahead.stream().onClose(() -> {
            turn.pass();
            ahead.close();
        });
    }

    /** Lists addresses once the sources before have listed theirs. */
    private Iterator<Task> inTurn(Supplier<Iterator<Task>> listed) {
        try {
            turn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return listed.get();
    }

    private Iterator<Task> start(URI address) {
        String origin = address.toString();
        return switch (fetched(address, true)) {
            case Fetched.Failed failed -> rejected(origin, failed.reason());
            case Fetched.NotModified same ->
                List.<Task>of(() -> new Harvested.Unchanged(origin)).iterator();
            case Fetched.Page page -> {
                try {
                    byte[] bytes = WebPages.bytes(page);
                    Optional<Form> form = Form.of(bytes);
                    yield form.isPresent()
                            ? inTurn(() -> listed(
                                    origin, form.get(), bytes, Optional.of(page.address()), new Quota(web.limit()), 0))
                            : articleOrFeed(page, address);
                } catch (UnreadableException e) {
                    yield rejected(origin, e.reason());
                }
            }
        };
    }

    /** The page; or where it is a front page or none that can be read, the feed that it names. */
    private Iterator<Task> articleOrFeed(Fetched.Page page, URI address) {
        Harvested item = read(page, Link.to(address));
        Optional<URI> feed = pages.feed(page, item instanceof Harvested.Rejected);
        if (feed.isEmpty()) {
            return List.<Task>of(() -> item).iterator();
        }
        web.notice(address + ": is no article; its feed " + feed.get() + " is read instead");
        return inTurn(() -> isToOpen(feed.get())
                ? opened(
                        feed.get(),
                        fetched(feed.get(), false),
                        new Quota(web.limit()),
                        1,
                        Form::isFeed,
                        "is no feed, though a page names it as its feed")
                : List.<Task>of().iterator());
    }

    private Fetched fetched(URI address, boolean perhapsKept) {
        try {
            return perhapsKept
                    ? web.fetcher().fetchIfModified(address)
                    : web.fetcher().fetch(address);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Iterator<Task> rejected(String origin, String reason) {
        return List.<Task>of(() -> new Harvested.Rejected(origin, reason)).iterator();
    }

    private Iterator<Task> listed(String name, Form form, byte[] bytes, Optional<URI> base, Quota quota, int depth) {
        try {
            return switch (form.read(bytes, base)) {
                case Listing.Articles found -> articles(name, found, quota);
                case Listing.Listings found -> lists(name, found, quota, depth);
            };
        } catch (MalformedException e) {
            return rejected(name, e.reason());
        }
    }

    private Iterator<Task> lists(String name, Listing.Listings found, Quota quota, int depth) {
        if (depth >= DEEPEST) {
            return rejected(name, "is not followed: lists are nested in lists more than " + DEEPEST + " deep");
        }
        return found.alike()
                ? interleaved(found.addresses(), depth + 1)
                : oneAfterAnother(found.addresses(), quota, depth + 1);
    }

    private Iterator<Task> articles(String name, Listing.Articles found, Quota quota) {
        if (found.unusable() > 0) {
            web.notice(name + ": " + found.unusable() + " entries have no web address and were left out");
        }
        if (found.links().isEmpty()) {
            web.notice(name + ": lists no articles");
        }
        List<Task> tasks = new ArrayList<>();
        int left = 0;
        for (Link link : found.links()) {
            if (quota.left <= 0) {
                left++;
            } else if (web.isNew(link.address())) {
                quota.left--;
                if (!taken.contains(link.address().toString())) {
                    tasks.add(() -> read(link));
                }
            }
        }
        if (left > 0) {
            web.notice(name + ": took " + (found.links().size() - left) + " of "
                    + found.links().size() + " articles; --limit N takes more");
        }
        return tasks.iterator();
    }

    /** A round through all lists for each place in them: no host waits for another's list to end. */
    private Iterator<Task> interleaved(List<URI> addresses, int depth) {
        List<URI> fresh = addresses.stream().filter(this::isToOpen).toList();
        List<Iterator<Task>> lists = new ArrayList<>();
        Iterator<Callable<Fetched>> fetching = fresh.stream()
                .<Callable<Fetched>>map(address -> () -> web.fetcher().fetch(address))
                .iterator();
        try (Ahead<Fetched> answers = new Ahead<>(fetching)) {
            for (URI address : fresh) {
                lists.add(opened(address, answers.next(), new Quota(web.limit()), depth));
            }
        }
        List<Task> round = new ArrayList<>();
        while (lists.stream().anyMatch(Iterator::hasNext)) {
            lists.stream().filter(Iterator::hasNext).forEach(list -> round.add(list.next()));
        }
        return round.iterator();
    }

    private Iterator<Task> oneAfterAnother(List<URI> addresses, Quota quota, int depth) {
        Iterator<URI> rest = addresses.iterator();
        return new Lazily<>() {
            private Iterator<Task> current = List.<Task>of().iterator();

            @Override
            Optional<Task> advance() {
                while (!current.hasNext() && rest.hasNext() && quota.left > 0) {
                    URI next = rest.next();
                    if (isToOpen(next)) {
                        current = opened(next, fetched(next, false), quota, depth);
                    }
                }
                return current.hasNext() ? Optional.of(current.next()) : Optional.empty();
            }
        };
    }

    /** Once for each address, and not for ever: lists may name one another, or a new one each time. */
    private boolean isToOpen(URI address) {
        if (!web.isNew(address)) {
            return false;
        }
        if (++listings == MOST_LISTINGS + 1) {
            web.notice(address + ": not followed, nor what comes after it: " + MOST_LISTINGS
                    + " feeds and sitemaps are the most for one source");
        }
        return listings <= MOST_LISTINGS;
    }

    /** A list that another list names. */
    private Iterator<Task> opened(URI address, Fetched fetched, Quota quota, int depth) {
        return opened(
                address, fetched, quota, depth, form -> true, "is no feed and no sitemap, though it is listed as one");
    }

    private Iterator<Task> opened(
            URI address, Fetched fetched, Quota quota, int depth, Predicate<Form> wanted, String otherwise) {
        String origin = address.toString();
        return switch (fetched) {
            case Fetched.Failed failed -> rejected(origin, failed.reason());
            case Fetched.NotModified same -> throw new IllegalStateException("fetched without a condition");
            case Fetched.Page page -> {
                try {
                    byte[] bytes = WebPages.bytes(page);
                    Optional<Form> form = Form.of(bytes).filter(wanted);
                    yield form.isPresent()
                            ? listed(origin, form.get(), bytes, Optional.of(page.address()), quota, depth)
                            : rejected(origin, otherwise);
                } catch (UnreadableException e) {
                    yield rejected(origin, e.reason());
                }
            }
        };
    }

    private Harvested read(Link link) throws InterruptedException {
        String origin = link.address().toString();
        return switch (web.fetcher().fetchIfModified(link.address())) {
            case Fetched.Failed failed -> carried(link, Optional.empty(), failed.reason());
            case Fetched.NotModified same -> new Harvested.Unchanged(origin);
            case Fetched.Page page -> read(page, link);
        };
    }

    private Harvested read(Fetched.Page page, Link link) {
        try {
            return Portion.harvested(link.address().toString(), pages.read(page, link), Optional.of(page.at()));
        } catch (UnreadableException e) {
            return carried(link, Optional.of(page.at()), e.reason());
        }
    }

    /** What the listing carries, where the page itself gave nothing. */
    private Harvested carried(Link link, Optional<Instant> at, String reason) {
        String origin = link.address().toString();
        Optional<Article> article = pages.carried(link);
        return article.isPresent()
                ? new Harvested.Read(origin, article.get(), at)
                : new Harvested.Rejected(origin, reason);
    }
}
