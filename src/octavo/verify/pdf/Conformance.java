import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF's core whether PDFs conform to PDF/A-3a and PDF/UA-1, and prints its answers as JSON.
 *
 * <p>Usage: {@code java -cp veraPDF.jar Conformance.java FILE...}. The answer is a list, one item for each
 * file and profile in the order of the arguments: {@code file}, {@code profile}, {@code rules} and
 * {@code checks} (how many), {@code failed} (one item for each rule: {@code clause}, {@code test},
 * {@code times}, {@code message}, {@code place}, {@code others}: the next places) and {@code error}, which is null when the file could be
 * judged. The exit code is 0 whatever was found.
 *
 * <p>The profiles are read with DOM, because the library's own reader needs JAXB, which no Java has any more.
 */
public final class Conformance {
    private static final PDFAFlavour[] FLAVOURS = {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1};
    private static final String[] PROFILES = {"PDFA-3A", "PDFUA-1"};
    private static final int SHOWN_FAILURES = 100;
    private static final int OTHER_PLACES = 20;

    private Conformance() {}

    public static void main(String[] files) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        VeraGreenfieldFoundryProvider.initialise();
        ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        List<Future<String>> answers = new ArrayList<>();
        for (int flavour = 0; flavour < FLAVOURS.length; flavour++) {
            ValidationProfile profile = profile(PROFILES[flavour], FLAVOURS[flavour]);
            for (String file : files) {
                answers.add(threads.submit(() -> judge(file, profile)));
            }
        }
        List<String> said = new ArrayList<>();
        for (Future<String> answer : answers) {
            said.add(answer.get());
        }
        out.println("[" + String.join(",\n", said) + "]");
        threads.shutdownNow();
    }

    private static String judge(String file, ValidationProfile profile) {
        PDFAFlavour flavour = profile.getPDFAFlavour();
        try (InputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour)) {
            ValidationResult result =
                    Foundries.defaultInstance()
                            .createValidator(profile, SHOWN_FAILURES, false, true, false)
                            .validate(parser);
            return answer(file, profile, result.getTotalAssertions(), failures(result), null);
        } catch (Throwable fault) {  // whatever a broken file does to the library is an answer
            return answer(file, profile, 0, new ArrayList<>(), String.valueOf(fault));
        }
    }

    /** One item for each rule that failed, with its first places. */
    private static List<String> failures(ValidationResult result) {
        Map<String, TestAssertion> first = new TreeMap<>();
        Map<String, Integer> times = new TreeMap<>();
        Map<String, List<String>> others = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                RuleId rule = assertion.getRuleId();
                String key = rule.getClause() + " " + rule.getTestNumber();
                List<String> places = others.computeIfAbsent(key, any -> new ArrayList<>());
                if (first.putIfAbsent(key, assertion) != null && places.size() < OTHER_PLACES) {
                    places.add(quoted(assertion.getLocation().getContext()));
                }
                times.merge(key, 1, Integer::sum);
            }
        }
        List<String> items = new ArrayList<>();
        for (Map.Entry<String, TestAssertion> entry : first.entrySet()) {
            TestAssertion assertion = entry.getValue();
            RuleId rule = assertion.getRuleId();
            String said = assertion.getErrorMessage();
            items.add(
                    "{\"clause\": " + quoted(rule.getClause())
                            + ", \"test\": " + rule.getTestNumber()
                            + ", \"times\": " + times.get(entry.getKey())
                            + ", \"message\": " + quoted(said == null ? assertion.getMessage() : said)
                            + ", \"place\": " + quoted(assertion.getLocation().getContext())
                            + ", \"others\": [" + String.join(", ", others.get(entry.getKey())) + "]}");
        }
        return items;
    }

    private static String answer(
            String file, ValidationProfile profile, int checks, List<String> failed, String error) {
        return "{\"file\": " + quoted(file)
                + ", \"profile\": " + quoted(profile.getPDFAFlavour().getId())
                + ", \"rules\": " + profile.getRules().size()
                + ", \"checks\": " + checks
                + ", \"failed\": [" + String.join(", ", failed) + "]"
                + ", \"error\": " + (error == null ? "null" : quoted(error)) + "}";
    }

    private static String quoted(String text) {
        StringBuilder written = new StringBuilder("\"");
        for (char character : String.valueOf(text).replaceAll("\\s+", " ").toCharArray()) {
            if (character == '"' || character == '\\') {
                written.append('\\').append(character);
            } else if (character < ' ') {
                written.append(' ');
            } else {
                written.append(character);
            }
        }
        return written.append('"').toString();
    }

    private static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
        String path = "org/verapdf/pdfa/validation/" + name + ".xml";
        try (InputStream in = PDFAFlavour.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new FileNotFoundException(path);
            }
            Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            return Profiles.profileFromValues(
                    flavour,
                    Profiles.profileDetailsFromValues(name, "", "", new Date(0)),
                    "",
                    rules(document),
                    variables(document));
        }
    }

    private static SortedSet<Rule> rules(Document document) {
        SortedSet<Rule> rules = new TreeSet<>(
                Comparator.comparing((Rule rule) -> rule.getRuleId().getClause())
                        .thenComparingInt(rule -> rule.getRuleId().getTestNumber()));
        NodeList elements = document.getElementsByTagName("rule");
        for (int index = 0; index < elements.getLength(); index++) {
            rules.add(rule((Element) elements.item(index)));
        }
        if (rules.size() != elements.getLength()) {
            throw new IllegalStateException("a profile lost rules: they have the same number");
        }
        return rules;
    }

    private static Rule rule(Element element) {
        Element id = child(element, "id");
        Element error = child(element, "error");
        List<ErrorArgument> arguments = new ArrayList<>();
        NodeList given = error.getElementsByTagName("argument");
        for (int index = 0; index < given.getLength(); index++) {
            Element argument = (Element) given.item(index);
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), attribute(argument, "name"), null));
        }
        String deferred = attribute(element, "deferred");
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber"))),
                element.getAttribute("object"),
                deferred == null ? null : Boolean.valueOf(deferred),
                attribute(element, "tags"),
                child(element, "description").getTextContent(),
                child(element, "test").getTextContent(),
                Profiles.errorFromValues(child(error, "message").getTextContent(), arguments),
                new ArrayList<>());
    }

    private static Set<Variable> variables(Document document) {
        Set<Variable> variables = new HashSet<>();
        NodeList elements = document.getElementsByTagName("variable");
        for (int index = 0; index < elements.getLength(); index++) {
            Element element = (Element) elements.item(index);
            variables.add(
                    Profiles.variableFromValues(
                            element.getAttribute("name"),
                            element.getAttribute("object"),
                            child(element, "defaultValue").getTextContent(),
                            child(element, "value").getTextContent()));
        }
        return variables;
    }

    private static Element child(Element element, String name) {
        return (Element) element.getElementsByTagName(name).item(0);
    }

    private static String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }
}
