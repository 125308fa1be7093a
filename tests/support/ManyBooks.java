import com.adobe.epubcheck.api.EpubCheck;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs EPUBCheck over books in one Java, whose start takes longer than most of them, and prints
 * the status (1 with warnings, 2 with errors) and the errors. What else it says of a book comes before. */
public final class ManyBooks {
    private ManyBooks() {
    }

    public static void main(String[] paths) {
        for (String path : paths) {
            StringWriter said = new StringWriter();
            int status = new EpubCheck(new File(path), new PrintWriter(said, true)).doValidate();
            System.out.println("== " + status + " " + path);
            said.toString().lines().filter(line -> line.matches("(ERROR|FATAL).*")).forEach(System.out::println);
        }
    }
}
