package org.onrecord.app;

import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.onrecord.search.FindingSearch;
import org.onrecord.search.QueryException;
import org.onrecord.search.Request;

/** Answers a query from an index, or says what is wrong with it. */
final class Answers {
    private Answers() {}

    /**
     * Prints what is found.
     *
     * @param request throws {@link IllegalArgumentException} where an option has a wrong value
     * @param page what to print of the findings
     * @return the exit code
     */
    static int print(
            Terminal terminal, Path index, Supplier<Request> request, Function<FindingSearch.Result, String> page) {
        return answer(terminal, index, request, (search, asked) -> page.apply(search.search(asked)));
    }

    /** The same for what asks the index itself. */
    static int answer(
            Terminal terminal, Path index, Supplier<Request> request, BiFunction<FindingSearch, Request, String> page) {
        return with(terminal, index, request, (search, asked) -> terminal.out().print(page.apply(search, asked)));
    }

    /** What is done with an index and a request; it does its own printing. */
    interface Task<E extends Exception> {
        void run(FindingSearch search, Request asked) throws E;
    }

    /** The same for what prints or writes by itself. */
    static <E extends Exception> int with(Terminal terminal, Path index, Supplier<Request> request, Task<E> task)
            throws E {
        Request asked;
        try {
            asked = request.get();
        } catch (IllegalArgumentException e) {
            terminal.error(String.valueOf(e.getMessage()));
            return Exit.WRONG_USE;
        }
        try (FindingSearch search = FindingSearch.open(index)) {
            task.run(search, asked);
            return Exit.DONE;
        } catch (QueryException e) {
            terminal.error("the query cannot be read: " + e.getMessage());
            terminal.err().println(e.pointer(asked.query()));
            return Exit.WRONG_USE;
        }
    }
}
