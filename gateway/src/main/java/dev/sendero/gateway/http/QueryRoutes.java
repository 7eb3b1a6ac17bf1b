package dev.sendero.gateway.http;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.query.Customers;
import dev.sendero.gateway.query.Journeys;
import dev.sendero.gateway.query.Mails;
import dev.sendero.gateway.query.TrendSpan;
import dev.sendero.gateway.query.Trends;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the console reads. Every route is a GET that changes nothing. */
public final class QueryRoutes {

    private static final int SEARCH_CHARACTERS = 200;

    private final Journeys journeys;
    private final Trends trends;
    private final Mails mails;
    private final Customers customers;
    private final ProjectBoard board;

    public QueryRoutes(Journeys journeys, Trends trends, Mails mails, Customers customers, ProjectBoard board) {
        this.journeys = journeys;
        this.trends = trends;
        this.mails = mails;
        this.customers = customers;
        this.board = board;
    }

    public void addTo(RoutesConfig routes) {
        routes.before("/api/*", QueryRoutes::keepPrivate);
        routes.get("/api/journeys", context -> context.json(journeys.all()));
        routes.get("/api/journeys/{id}/trend", this::trend);
        routes.get("/api/trends", this::allTrends);
        routes.get("/api/customer", this::customer);
        routes.get("/api/mailbox", this::page);
        routes.get("/api/mailbox/{id}", this::mail);
        routes.get("/mailbox/{id}/html", this::html);
    }

    private static void keepPrivate(Context context) {
        context.header("Cache-Control", "no-store")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff");
    }

    private void trend(Context context) {
        var id = new JourneyId(context.pathParam("id"));
        if (!board.notice().journeys().containsKey(id)) {
            throw new NotFoundResponse("journey: none of this id");
        }
        context.json(trends.of(id, span(context)));
    }

    private void allTrends(Context context) {
        TrendSpan span = span(context);
        var all = new LinkedHashMap<String, Object>();
        board.notice().journeys().keySet().forEach(id -> all.put(id.value(), trends.of(id, span)));
        context.json(all);
    }

    private TrendSpan span(Context context) {
        String word = parameter(context, "span");
        if (word.isEmpty()) {
            return trends.fittingSpan();
        }
        return TrendSpan.ofWord(word)
                .orElseThrow(() -> new BadRequestResponse("span: expected 1h, 6h, 1d, 7d or 30d, or none"));
    }

    /** By a parameter and not in the path: an id may hold any character. */
    private void customer(Context context) {
        String id = parameter(context, "id");
        if (id.isBlank()) {
            throw new BadRequestResponse("id: expected a customer's");
        }
        context.json(customers.of(new CustomerId(id)));
    }

    private void page(Context context) {
        String search = parameter(context, "search");
        if (search.length() > SEARCH_CHARACTERS) {
            throw new BadRequestResponse("search: expected at most " + SEARCH_CHARACTERS + " characters");
        }
        context.json(mails.page(channels(context), search, before(context)));
    }

    private static Set<Channel> channels(Context context) {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        String names = parameter(context, "channel").toLowerCase(Locale.ROOT);
        for (Channel channel : Channel.values()) {
            if (Set.of(names.split(",")).contains(channel.wireName())) {
                channels.add(channel);
            }
        }
        if (channels.isEmpty() && !names.isEmpty()) {
            throw new BadRequestResponse("channel: expected email, sms, push, slack, crm or webhook, or none");
        }
        return channels;
    }

    private static long before(Context context) {
        String before = parameter(context, "before");
        try {
            return before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before);
        } catch (NumberFormatException malformed) {
            throw new BadRequestResponse("before: expected a message's number, or none", Map.of());
        }
    }

    private void mail(Context context) {
        context.json(mails.find(new MessageId(context.pathParam("id")))
                .orElseThrow(() -> new NotFoundResponse("message: none of this id in the mailbox")));
    }

    /** In a sandbox: no script, no form, nothing loaded from anywhere, shown in nobody's frame but the console's. */
    private void html(Context context) {
        String html = mails.html(new MessageId(context.pathParam("id")))
                .orElseThrow(() -> new NotFoundResponse("message: none of this id with HTML in the mailbox"));
        keepPrivate(context);
        context.header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
                                + "form-action 'none'; frame-ancestors 'self'")
                .header("Referrer-Policy", "no-referrer")
                .html(html);
    }

    private static String parameter(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }
}
