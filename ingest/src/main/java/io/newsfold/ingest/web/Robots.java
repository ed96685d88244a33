package io.newsfold.ingest.web;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.newsfold.contract.Limits;
import io.newsfold.contract.Rejection.Reason;
import io.newsfold.ingest.source.Delivery.Refusal;
import io.newsfold.ingest.web.FetchClient.Request;
import io.newsfold.ingest.web.FetchResult.Answer;
import io.newsfold.ingest.web.FetchResult.Headers;
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
 * What sites ask of robots (RFC 9309). Read once a day for each site; a site without rules allows everything, one whose rules cannot be had forbids everything for an hour.
 * Thread-safe.
 */
public final class Robots {
    private static final String NAME = "newsfold";
    private static final Duration GOOD_FOR = Duration.ofDays(1);
    private static final Duration BAD_FOR = Duration.ofHours(1);

    /** Sites that are remembered. */
    private static final int MOST_SITES = 10_000;

    /** Robots that gather texts for AI, in lower case. */
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

    private final FetchClient web;
    private final InstantSource clock;
    private final Map<String, Rules> sites = new ConcurrentHashMap<>();

    /**
     * The rules of a site.
     *
     * @param ours null where they cannot be had
     * @param why they cannot; null where they can
     * @param forAi those that name a robot that gathers texts for AI
     */
    private record Rules(
            @Nullable BaseRobotRules ours, @Nullable Refusal why, List<BaseRobotRules> forAi, Instant until) {}

    /** What a site says of one address. */
    public record Ruling(Optional<Refusal> refusal, boolean aiOptOut) {}

    public Robots(FetchClient web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    /** Whether {@code address} may be fetched. May fetch the site's rules first. */
    public Ruling of(String address) {
        Optional<String> site = site(address);
        if (site.isEmpty()) {
            return new Ruling(Optional.empty(), false); // the fetcher says what is wrong with it
        }
        Rules rules = rules(site.get());
        boolean aiOptOut = rules.forAi().stream().anyMatch(r -> !r.isAllowed(address));
        if (rules.ours() == null) {
            return new Ruling(Optional.ofNullable(rules.why()), aiOptOut);
        }
        return rules.ours().isAllowed(address)
                ? new Ruling(Optional.empty(), aiOptOut)
                : new Ruling(
                        Optional.of(
                                new Refusal(Reason.ROBOTS, "the robots.txt of " + site.get() + " forbids to fetch it")),
                        aiOptOut);
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

    private Rules rules(String site) {
        Rules known = sites.get(site);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known;
        }
        if (sites.size() >= MOST_SITES) {
            sites.clear();
        }
        Rules rules = fetched(site + "/robots.txt");
        sites.put(site, rules);
        return rules;
    }

    private Rules fetched(String address) {
        FetchResult fetched = web.fetch(Request.of(address, Limits.FETCH_BYTES));
        Optional<Refusal> why = fetched.refusal().map(refusal -> unreachable(address, refusal));
        Optional<Answer> answer = fetched.answer();
        if (answer.filter(a -> a.status() >= 500).isPresent()) {
            why = Optional.of(
                    unreachable(address, "the server answers " + answer.get().status()));
        }
        if (why.isPresent() || answer.isEmpty()) {
            return new Rules(null, why.orElse(null), List.of(), clock.instant().plus(BAD_FOR));
        }
        Instant until = clock.instant().plus(GOOD_FOR);
        byte[] text = answer.get().body(); // none where there is no such file: that allows everything
        List<BaseRobotRules> forAi = AI_AGENTS.stream()
                .map(agent -> parsed(address, text, agent))
                .filter(rules -> !rules.isAllowAll() && !rules.isMatchedWildcard())
                .toList();
        return new Rules(parsed(address, text, NAME), null, forAi, until);
    }

    /** What is wrong with the address of a site is wrong with all of its pages. */
    private static Refusal unreachable(String address, Refusal refusal) {
        boolean ofAddress = refusal.reason() == Reason.PRIVATE_ADDRESS || refusal.reason() == Reason.BAD_ADDRESS;
        return ofAddress ? refusal : unreachable(address, refusal.message());
    }

    private static Refusal unreachable(String address, String why) {
        return new Refusal(Reason.FETCH_FAILED, address + " cannot be had: " + why);
    }

    private static BaseRobotRules parsed(String address, byte[] text, String agent) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
        parser.setMaxCrawlDelay(Long.MAX_VALUE); // a long one is no ban
        return parser.parseContent(address, text, "text/plain", List.of(agent));
    }
}
