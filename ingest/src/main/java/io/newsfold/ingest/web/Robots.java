package io.newsfold.ingest.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.web.FetchClient.Request;
import io.newsfold.ingest.web.FetchResult.Headers;
import io.newsfold.ingest.web.FetchResult.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The robots.txt rules of sites (RFC 9309). They are fetched once a day for each site. A site without rules allows
 * everything; a site whose rules cannot be fetched forbids everything for an hour. Thread-safe.
 */
public final class Robots {
    private static final String AGENT = "newsfold";
    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final Duration FAILURE_LIFETIME = Duration.ofHours(1);

    /** Sites whose rules are kept. */
    private static final int MAX_SITES = 10_000;

    /** Agents that gather texts for AI, in lower case. */
    private static final List<String> AI_AGENTS = List.of(
            "gptbot",
            "oai-searchbot",
            "chatgpt-user",
            "google-extended",
            "claudebot",
            "anthropic-ai",
            "claude-web",
            "ccbot",
            "perplexitybot",
            "applebot-extended",
            "meta-externalagent",
            "facebookbot",
            "bytespider",
            "amazonbot",
            "cohere-ai",
            "cohere-training-data-crawler",
            "diffbot",
            "omgilibot",
            "ai2bot");

    private final FetchClient client;
    private final InstantSource clock;
    private final Map<String, SiteRules> sites = new ConcurrentHashMap<>();

    /**
     * The rules of a site.
     *
     * @param ours the rules for our agent; null where they cannot be fetched
     * @param failure why they cannot be fetched; null where they can
     * @param forAi groups that name an agent that gathers texts for AI
     * @param until when to fetch them again
     */
    private record SiteRules(
            @Nullable BaseRobotRules ours, @Nullable Refusal failure, List<BaseRobotRules> forAi, Instant until) {}

    /**
     * What the rules of a site say about one address.
     *
     * @param refusal why it may not be fetched; empty where it may
     * @param aiOptOut whether the site forbids it to agents that gather texts for AI
     */
    public record Decision(Optional<Refusal> refusal, boolean aiOptOut) {}

    public Robots(FetchClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** Decides whether {@code address} may be fetched. Fetches the rules of the site first if need be. */
    public Decision of(String address) {
        Optional<String> site = site(address);
        if (site.isEmpty()) {
            return new Decision(Optional.empty(), false); // the fetcher rejects the address
        }
        SiteRules rules = rules(site.get());
        boolean aiOptOut = rules.forAi().stream().anyMatch(r -> !r.isAllowed(address));
        if (rules.ours() == null) {
            return new Decision(Optional.ofNullable(rules.failure()), aiOptOut);
        }
        Optional<Refusal> refusal = Optional.empty();
        if (!rules.ours().isAllowed(address)) {
            String message = "the robots.txt of " + site.get() + " forbids fetching it";
            refusal = Optional.of(new Refusal(Reason.ROBOTS, message));
        }
        return new Decision(refusal, aiOptOut);
    }

    /** Whether the headers of a page reserve its use for AI. */
    public static boolean aiOptOut(Headers headers) {
        return "1".equals(headers.tdmReservation())
                || headers.robotsTags().stream()
                        .anyMatch(tag -> tag.toLowerCase(Locale.ROOT).contains("noai"));
    }

    private static Optional<String> site(String address) {
        try {
            URI uri = URI.create(address.strip());
            return uri.getHost() == null
                    ? Optional.empty()
                    : Optional.of((uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private SiteRules rules(String site) {
        SiteRules known = sites.get(site);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known;
        }
        if (sites.size() >= MAX_SITES) {
            sites.clear();
        }
        SiteRules rules = fetched(site + "/robots.txt");
        sites.put(site, rules);
        return rules;
    }

    private SiteRules fetched(String address) {
        FetchResult fetched = client.fetch(Request.of(address, Limits.FETCH_BYTES));
        Optional<Refusal> why = fetched.refusal().map(refusal -> unreachable(address, refusal));
        Optional<Response> response = fetched.response();
        if (response.filter(r -> r.status() >= 500).isPresent()) {
            why = Optional.of(
                    unreachable(address, "the server answers " + response.get().status()));
        }
        if (why.isPresent() || response.isEmpty()) {
            return new SiteRules(
                    null, why.orElse(null), List.of(), clock.instant().plus(FAILURE_LIFETIME));
        }
        Instant until = clock.instant().plus(LIFETIME);
        byte[] text = response.get().body(); // empty where there is no such file, which allows everything
        List<BaseRobotRules> forAi = AI_AGENTS.stream()
                .map(agent -> parsed(address, text, agent))
                .filter(rules -> !rules.isAllowAll() && !rules.isMatchedWildcard())
                .toList();
        return new SiteRules(parsed(address, text, AGENT), null, forAi, until);
    }

    /** If the address of a site is not allowed, none of its pages is. */
    private static Refusal unreachable(String address, Refusal refusal) {
        boolean ofAddress = refusal.reason() == Reason.PRIVATE_ADDRESS || refusal.reason() == Reason.BAD_ADDRESS;
        return ofAddress ? refusal : unreachable(address, refusal.message());
    }

    private static Refusal unreachable(String address, String why) {
        return new Refusal(Reason.FETCH_FAILED, address + " cannot be fetched: " + why);
    }

    private static BaseRobotRules parsed(String address, byte[] text, String agent) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
        parser.setMaxCrawlDelay(Long.MAX_VALUE); // a long delay does not forbid fetching
        return parser.parseContent(address, text, "text/plain", List.of(agent));
    }
}
