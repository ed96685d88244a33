package io.newsfold.enrich.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells page furniture from the article, block by block: by phrases that are the same on all sites, by repetition, by place, and by how
 * a block ends. Each dropped block says why.
 */
final class Furniture {
    private static final String NEVER = "(?!)";
    private static final int PHRASE_WORDS = 60;
    private static final int CAPTION_WORDS = 13;
    private static final int SHORT = 12;
    /** A block of so many words is no furniture, whatever it looks like. */
    private static final int LONG = 100;

    /**
     * Phrases of one kind.
     *
     * @param start what a block begins with
     * @param inside what stands anywhere in it; only looked for where one of {@code triggers} is there, which is cheap to see
     */
    private record Phrase(DropReason reason, Pattern start, Pattern inside, List<String> triggers) {
        Phrase(DropReason reason, String start, String inside, String... triggers) {
            this(reason, Pattern.compile(start), Pattern.compile(inside), List.of(triggers));
        }

        boolean isIn(String lowerCase) {
            return start.matcher(lowerCase).lookingAt()
                    || triggers.stream().anyMatch(lowerCase::contains)
                            && inside.matcher(lowerCase).find();
        }
    }

    /** Phrases by what they belong to, in lower case; a block of up to 60 words that has one is dropped. */
    private static final List<Phrase> PHRASES = List.of(
            new Phrase(
                    DropReason.LOGIN_FORM,
                    "something went wrong\\b|(?:create|choose) (?:an?|your) (?:\\p{L}+$|account|name|password|preferences|unique name|username)\\b|choose how we communicate|check your e-?mail|"
                            + "reset instructions sent|(?:log|sign) ?in(?: or (?:sign up|register|create .*))?[.!]?$|(?:log|sign) in to (?:continue|your account|comment)|(?:please )?(?:log|sign) in or |"
                            + "remember me$|(?:e-?mail(?: address)?|password|username)(?: required)?\\*?:?$|register(?: now| here)?[.!]?$",
                    "details are incorrect|recaptcha|\\b(?:g|signing|s.g.?.?ing) up,? you agree|confirmation link was sent|enter (?:the|your) e-?mail|to create your\\b.*\\bthis process|"
                            + "forgot(?:ten)? (?:your )?password|already (?:a (?:subscriber|member)|have an account)|sign up if you're new",
                    "incorrect",
                    "captcha",
                    "you agree",
                    "confirmation",
                    "mail",
                    "this process",
                    "forgot",
                    "already",
                    "sign up"),
            new Phrase(
                    DropReason.CONSENT,
                    "(?:accept|reject|agree|allow) (?:all|and continue|and close)?$|we value your privacy|before you continue$",
                    "\\bwe (?:and our (?:\\d+ )?partners )?use (?:cookies|tracking)|\\bpartners store\\b|\\bstore (?:and|and/or|or) (?:read|access) information|which cookies you allow|"
                            + "\\b(?:accept|reject|manage) (?:all )?(?:cookies|preferences|consent)|\\bcookie (?:policy|settings|preferences|notice)\\b|your privacy choices|"
                            + "by (?:continuing|using) (?:to (?:use|browse) )?th(?:is|e) (?:web)?site|consent to (?:the use|our use|the storing)|legitimate interest",
                    "cookie",
                    "tracking",
                    "partners",
                    "information",
                    "consent",
                    "preferences",
                    "privacy",
                    "site",
                    "legitimate"),
            new Phrase(
                    DropReason.NEWSLETTER,
                    "subscribe\\b(?!rs)|discover more from\\b|continue reading\\b|join (?:our|the|us on) .{0,40}(?:channel|telegram|whatsapp|community)",
                    "\\bsign up (?:for|to) (?:our|the|get)|\\b(?:daily|weekly|free|our|morning) (?:\\w+ )?newsletter|get (?:the|our) (?:latest|best|top) .{0,60}(?:inbox|delivered)|straight to your inbox|"
                            + "keep reading and get access|get access to the full archive|become a (?:member|subscriber)|start your (?:free )?trial|support (?:our|independent) journalism",
                    "sign up",
                    "newsletter",
                    "inbox",
                    "delivered",
                    "get access",
                    "become a",
                    "trial",
                    "journalism"),
            new Phrase(
                    DropReason.REPLY_FORM,
                    "leave a (?:reply|comment)|cancel reply|post (?:a )?comment|(?:\\d+ |view |show |no )?comments?(?: \\(\\d+\\))?$|save my name|(?:be the first to )?comment(?: on this)?$|"
                            + "comments are closed|join the (?:conversation|discussion)|reply$|what do you think\\?",
                    "your e-?mail address will not be published|required fields are marked|notify me of (?:new|follow)",
                    "published",
                    "required fields",
                    "notify me"),
            new Phrase(
                    DropReason.SHARE,
                    "skip to (?:main )?(?:content|navigation)|"
                            + "(?:share|tweet|pin|print|e-?mail|copy link|save|whatsapp|facebook|twitter|telegram|linkedin|reddit|x|flipboard)(?: (?:this|on|via|the|article|story|post|link|facebook|twitter|x|e-?mail|\\d+))*[.:!]?$|"
                            + "share (?:this|on|via)\\b|follow (?:us|me) (?:on|in)\\b|back to top\\b|click to share|listen to this article|\\d+ shares?$|print this (?:page|article)|\\W{0,3}for more: ",
                    "you can follow us on",
                    "follow us"),
            new Phrase(
                    DropReason.RELATED,
                    "(?:related|recommended|popular|trending|top|more|latest|similar|other|editor['’]?s?)(?: (?:articles?|content|stories|posts?|videos?|news|coverage|topics|reads?|picks?|links|for you|from|on this|in))+\\b.{0,40}$|"
                            + "(?:related|recommended|most (?:read|popular|viewed|shared)|read (?:more|also|next)|see also|more (?:like this|on this)|you (?:may|might) (?:also )?(?:like|enjoy)|"
                            + "also (?:read|see)|don['’]t miss|up next|watch (?:now|next|live)|what to read next|tags|filed under|topics|advertisement|sponsored(?: content)?|promoted)\\b.{0,80}$",
                    NEVER),
            new Phrase(
                    DropReason.AFFILIATE,
                    NEVER,
                    "when you purchase through links|earn (?:a|an) (?:small |affiliate )?commission|\\baffiliate (?:links?|commission)|supported by our audience",
                    "purchase",
                    "commission",
                    "affiliate",
                    "our audience"),
            new Phrase(
                    DropReason.COPYRIGHT,
                    "(?:©|\\(c\\)|copyright)\\s|(?:terms (?:of|and)|privacy) \\w+(?: \\w+)?$",
                    "all rights reserved|may not be (?:published|reproduced|redistributed)",
                    "rights reserved",
                    "may not be"),
            new Phrase(
                    DropReason.SYNDICATION,
                    "\\W{0,3}(?:source of information|this (?:article|story|post|piece) (?:was |has been )?(?:originally |first )?(?:published|appeared|ran)|"
                            + "originally (?:published|appeared)|first (?:published|appeared) (?:on|in|at)|(?:source|via|quelle): ?.{2,60}$|the post .{5,300} (?:appeared first|first appeared) on|"
                            + "read the (?:full|original) (?:article|story) (?:at|on)|.{0,40}\\b(?:reprinted|republished|syndicated) (?:with permission|from|under))",
                    NEVER),
            new Phrase(
                    DropReason.PHOTO_CREDIT,
                    "\\W{0,3}(?:photos?|image|images|picture|pictures|video|foto|illustration|screenshot|credit|photograph)s?(?: (?:source|credit|courtesy|by|of)\\b|:|/|©).{0,100}$",
                    "(?:getty images|/reuters|/ap|/afp|shutterstock|istock|wikimedia commons|zuma press|epa-efe)\\W{0,3}$|^©? ?.{0,60}(?:\\bvia getty\\b|/ ?getty)",
                    "getty",
                    "/reuters",
                    "/ap",
                    "/afp",
                    "shutterstock",
                    "istock",
                    "wikimedia",
                    "zuma",
                    "epa-efe"));

    private static final Pattern TAIL = Pattern.compile(
            "^(?:author|about (?:the )?authors?|written by|leave a (?:reply|comment)|related (?:articles|content|posts|stories|news|topics)|recommended(?: (?:for you|reading|stories))?|more (?:from|stories|news)|"
                    + "read (?:more|next)|comments?|discover more from|most (?:read|popular)|tags|share this|back to top|you (?:may|might) also like)\\b.{0,60}$",
            Pattern.CASE_INSENSITIVE);

    private Furniture() {}

    /** The reason why a block is furniture by its words alone, where it is. */
    static Optional<DropReason> byPhrase(Block block) {
        if (block.words() > PHRASE_WORDS) {
            return Credits.APPEARED_FIRST.matcher(block.text()).matches()
                    ? Optional.of(DropReason.SYNDICATION)
                    : Optional.empty();
        }
        String text = block.text().toLowerCase(Locale.ROOT);
        for (Phrase phrase : PHRASES) {
            if (phrase.isIn(text)) {
                return Optional.of(phrase.reason());
            }
        }
        return Optional.empty();
    }

    /** The same blocks in the same order; those that are not part of the article say why. */
    static List<Block> mark(List<Block> blocks, String headline) {
        List<Block> marked = new ArrayList<>(blocks);
        markPhrases(marked);
        markHeadline(marked, headline);
        List<Block> byWordsAlone = List.copyOf(marked);
        markBeforeRepeatedHeadline(marked, headline);
        markGaps(marked, DropReason.LOGIN_FORM);
        markTail(marked);
        markRepeated(marked);
        markBylines(marked);
        markCaptions(marked);
        markLoneLines(marked);
        boolean nothingLeft = marked.stream().noneMatch(b -> b.kept() && b.words() > SHORT);
        boolean inOneLine = blocks.stream().anyMatch(b -> b.words() > LONG);
        return nothingLeft && (inOneLine || isTable(blocks)) ? byWordsAlone : marked;
    }

    private static void markPhrases(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Optional<DropReason> reason = byPhrase(block);
            if (block.kept() && reason.isPresent()) {
                blocks.set(i, block.drop(reason.get()));
            } else if (block.kept() && block.kind() == Block.Kind.CAPTION) {
                blocks.set(i, block.drop(DropReason.CAPTION));
            } else if (block.kept() && block.linkShare() > 0.6 && block.words() < 40 && !block.endsLikeSentence()) {
                blocks.set(i, block.drop(DropReason.LINKS));
            }
        }
    }

    private static void markHeadline(List<Block> blocks, String headline) {
        String bare = Words.bare(headline);
        for (int i = 0; i < blocks.size(); i++) {
            String other = Words.bare(blocks.get(i).text());
            boolean same = other.equals(bare)
                    || bare.length() >= 20 && other.contains(bare) && other.length() - bare.length() <= 40
                    || bare.length() >= 20 && bare.contains(other) && other.length() > bare.length() * 0.8;
            if (blocks.get(i).kept() && same && !bare.isEmpty()) {
                blocks.set(i, blocks.get(i).drop(DropReason.HEADLINE));
            }
        }
    }

    /** Between a title at the top and the headline below it stands the site's own matter, log-in forms above all. */
    private static void markBeforeRepeatedHeadline(List<Block> blocks, String headline) {
        int last = -1;
        for (int i = 0; i < blocks.size() * 0.6; i++) {
            last = blocks.get(i).dropped() == DropReason.HEADLINE ? i : last;
        }
        boolean proseAbove = blocks.subList(0, Math.max(last, 0)).stream().anyMatch(b -> b.kept() && b.words() > 30);
        if (last < 0 || proseAbove || headline.isEmpty()) {
            return;
        }
        for (int i = 0; i < last; i++) {
            if (blocks.get(i).kept()) {
                blocks.set(i, blocks.get(i).drop(i == 0 ? DropReason.SECTION_NAME : DropReason.FURNITURE));
            }
        }
    }

    /** Short lines between two blocks of one form belong to the form. */
    private static void markGaps(List<Block> blocks, DropReason form) {
        int before = -1;
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).dropped() == form) {
                for (int j = before + 1; before >= 0 && i - before <= 4 && j < i; j++) {
                    if (blocks.get(j).kept() && blocks.get(j).words() <= 30) {
                        blocks.set(j, blocks.get(j).drop(form));
                    }
                }
                before = i;
            }
        }
    }

    /** From the first heading of the page's foot on, all is foot, as long as no long run of prose follows. */
    private static void markTail(List<Block> blocks) {
        for (int i = blocks.size() / 3; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.words() <= SHORT && TAIL.matcher(block.text()).matches()) {
                boolean author = block.text().toLowerCase(Locale.ROOT).contains("author");
                List<Block> rest = blocks.subList(i + 1, blocks.size());
                long prose = rest.stream()
                        .filter(b -> b.kept() && b.words() > 25 && b.endsLikeSentence())
                        .count();
                if (prose <= (author ? 2 : 0)) {
                    for (int j = i; j < blocks.size(); j++) {
                        if (blocks.get(j).kept()) {
                            blocks.set(j, blocks.get(j).drop(author ? DropReason.BIOGRAPHY : DropReason.RELATED));
                        }
                    }
                    return;
                }
            }
        }
    }

    /** A line that stands twice without a full stop is a caption; a paragraph that stands twice is kept once. */
    private static void markRepeated(List<Block> blocks) {
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            String bare = Words.bare(block.text());
            Integer before = block.kept() && bare.length() > 15 ? first.putIfAbsent(bare, i) : null;
            if (before != null) {
                boolean caption = !block.endsLikeSentence() && i - before <= 3;
                blocks.set(i, block.drop(caption ? DropReason.CAPTION : DropReason.REPEATED));
                if (caption) {
                    blocks.set(before, blocks.get(before).drop(DropReason.CAPTION));
                }
            }
        }
    }

    private static void markBylines(List<Block> blocks) {
        int last = lastKept(blocks);
        int seen = 0;
        for (int i = last; i >= 0 && seen < 4; i--) {
            if (blocks.get(i).kept()) {
                seen++;
                if (Bylines.isBiography(blocks.get(i))) {
                    blocks.set(i, blocks.get(i).drop(DropReason.BIOGRAPHY));
                }
            }
        }
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.kept() && block.words() <= 15 && !Bylines.in(block.text()).isEmpty()) {
                blocks.set(i, block.drop(DropReason.BYLINE));
            }
        }
    }

    /** Among paragraphs that end in full stops, a long line that does not, next to a caption or a photo's credit, is a caption. */
    private static void markCaptions(List<Block> blocks) {
        int last = lastKept(blocks);
        for (int i = 1; i < last; i++) {
            Block block = blocks.get(i);
            boolean isList = block.kind() == Block.Kind.ITEM || block.kind() == Block.Kind.HEADING;
            boolean beside = isPicture(blocks.get(i - 1)) || isPicture(blocks.get(i + 1));
            if (block.kept()
                    && !isList
                    && beside
                    && block.words() >= CAPTION_WORDS
                    && block.words() <= PHRASE_WORDS
                    && !block.endsLikeSentence()) {
                blocks.set(i, block.drop(DropReason.CAPTION));
            }
        }
    }

    private static boolean isPicture(Block block) {
        return block.dropped() == DropReason.CAPTION || block.dropped() == DropReason.PHOTO_CREDIT;
    }

    /** Short lines before the first and after the last paragraph are no subheadings. */
    private static void markLoneLines(List<Block> blocks) {
        int first = 0;
        while (first < blocks.size() && !isProse(blocks.get(first))) {
            first++;
        }
        int last = blocks.size() - 1;
        while (last >= 0 && !isProse(blocks.get(last))) {
            last--;
        }
        if (first > last || isTable(blocks)) {
            return; // no prose at all, or results: whatever is there is the article
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean outside = i < first || i > last;
            boolean lone = outside && block.words() <= SHORT && !block.endsLikeSentence();
            if (block.kept() && lone) {
                blocks.set(
                        i,
                        block.drop(i < first && block.words() <= 3 ? DropReason.SECTION_NAME : DropReason.FURNITURE));
            } else if (block.kept() && !seen.add(Words.bare(block.text())) && block.words() > 2) {
                blocks.set(i, block.drop(DropReason.REPEATED));
            }
        }
    }

    /** Whether most of the short lines have figures, as those of results and prices have. */
    private static boolean isTable(List<Block> blocks) {
        List<Block> lines = blocks.stream().filter(b -> b.kept() && !isProse(b)).toList();
        long figures = lines.stream()
                .filter(b -> b.text().chars().anyMatch(Character::isDigit))
                .count();
        return lines.size() >= 3 && figures * 2 > lines.size();
    }

    private static boolean isProse(Block block) {
        return block.kept() && block.endsLikeSentence() && block.words() >= 6;
    }

    private static int lastKept(List<Block> blocks) {
        int last = blocks.size() - 1;
        while (last >= 0 && !blocks.get(last).kept()) {
            last--;
        }
        return last;
    }
}
