namespace Zakhid.App.Tests.Browser;

/// What people do, in a real browser, each with scripts and without; clicks are counted where a budget is promised.
[Collection(nameof(BrowserSite))]
public class JourneyTests(BrowserSite site)
{
    [Fact]
    public async Task A_table_copied_with_its_cells_is_pasted_seen_and_reviewed()
    {
        await using var coordinator = await site.SignIn("khmelnytskyi-koordynator", 360);
        await coordinator.Page.GotoAsync("/imports/new");
        await coordinator.Page.ClickAsync("summary");
        await coordinator.Page.EvaluateAsync("""
            () => {
              const copied = new DataTransfer();
              copied.setData('text/html', "<html><body><table><tr><td>№</td><td>Захід</td><td>Строк</td><td>Виконавці</td></tr><tr><td>1</td><td><p>Провести форум</p><p>молоді</p></td><td rowspan='2'>Постійно</td><td>Відділ культури<br>Відділ спорту</td></tr><tr><td>2</td><td>Оновити сайт<script>alert(1)</scr" + "ipt></td><td>Відділ освіти</td></tr></table></body></html>");
              document.querySelector('#table').dispatchEvent(new ClipboardEvent('paste', { clipboardData: copied, bubbles: true, cancelable: true }));
            }
            """);
        Assert.Equal("Таблицю прийнято з клітинками, рядків: 3", await coordinator.Page.InnerTextAsync("#table-kept"));
        Assert.Contains("1\tПровести форум молоді\tПостійно\tВідділ культури Відділ спорту", await coordinator.Page.InputValueAsync("#table"), StringComparison.Ordinal);

        await coordinator.Page.FillAsync("#number", "909");
        await coordinator.Page.FillAsync("#date", "12.02.2022");
        await coordinator.Page.ClickAsync("button:has-text('Прочитати таблицю')");

        var review = await coordinator.Text();
        Assert.Contains("Прочитано 2 заходи", review, StringComparison.Ordinal);
        Assert.Contains("Відділ культури; Відділ спорту", review, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", review, StringComparison.Ordinal);
        Assert.DoesNotContain(coordinator.Complaints, c => c.Contains("/imports/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "hlukhiv-sport", 1366)]
    [InlineData(false, "hlukhiv-zhkh", 360)]
    public async Task An_executor_writes_attaches_checks_and_hands_in_within_five_clicks(bool scripts, string login, int width)
    {
        await using var executor = await site.SignIn(login, width, scripts);
        Assert.Contains("завтра, 17 вересня", await executor.Text(), StringComparison.Ordinal);

        await executor.Click("main .acts a.btn");
        await executor.Page.FillAsync("#narrative", "Проведено дві вікторини для молоді, участь узяли 64 особи.");
        if (scripts)
        {
            await executor.Page.Locator("[data-saved]", new() { HasTextString = "Чернетку збережено о" }).WaitForAsync(new() { Timeout = 8000 });
            await executor.Page.ReloadAsync();
        }
        else
        {
            await executor.Page.ClickAsync("button[value=save]");
            Assert.Contains("Чернетку збережено", await executor.Text(), StringComparison.Ordinal);
        }
        Assert.Equal("Проведено дві вікторини для молоді, участь узяли 64 особи.", await executor.Page.InputValueAsync("#narrative"));

        await executor.Page.SetInputFilesAsync("#file", new Microsoft.Playwright.FilePayload { Name = "довідка.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await executor.Click("label.opt:has(input[value=InProgress])");
        await executor.Click("button[value=check]");
        Assert.Contains("довідка.pdf", await executor.Text(), StringComparison.Ordinal);
        await executor.Click("main form button.btn");

        Assert.Matches(@"№ 2020-\d{4}", await executor.Text());
        Assert.InRange(executor.Clicks, 1, 5);
        Assert.Empty(executor.Complaints);
    }

    [Theory]
    [InlineData(true, "hlukhiv-soczahyst")]
    [InlineData(false, "hlukhiv-hunp")]
    public async Task A_report_comes_back_with_a_remark_at_the_field_is_mended_and_accepted(bool scripts, string login)
    {
        await using var executor = await site.SignIn(login, scripts: scripts);
        await executor.Page.ClickAsync("main .acts a.btn");
        var report = new Uri(executor.Page.Url).AbsolutePath.Replace("/edit", "", StringComparison.Ordinal);
        async Task HandIn(string text)
        {
            await executor.Page.GotoAsync(report + "/edit");
            await executor.Page.FillAsync("#narrative", text);
            await executor.Page.ClickAsync("label.opt:has(input[value=InProgress])");
            await executor.Page.ClickAsync("button[value=check]");
            await executor.Page.ClickAsync("main form button.btn");
            Assert.Matches(@"№ 2020-\d{4}", await executor.Text());
        }
        await HandIn("Виготовлено листівки.");

        await using var coordinator = await site.SignIn("hlukhiv-koordynator", scripts: scripts);
        await coordinator.Page.GotoAsync(report);
        await coordinator.Page.FillAsync("#remark", "Додайте, скільки листівок.");
        await coordinator.Page.ClickAsync("button:text('Повернути на доопрацювання')");

        await executor.Page.GotoAsync(report + "/edit");
        Assert.Contains("Додайте, скільки листівок.", await executor.Text(".f:has(#narrative)"), StringComparison.Ordinal);
        await HandIn("Виготовлено 600 листівок.");

        await coordinator.Page.GotoAsync(report);
        Assert.Contains("Виготовлено 600 листівок.", await coordinator.Text(), StringComparison.Ordinal);
        await coordinator.Click("button:text('Прийняти')");
        await coordinator.Page.GotoAsync(report);
        Assert.Contains("прийнято", await coordinator.Text(), StringComparison.Ordinal);
        Assert.Equal(1, coordinator.Clicks);
    }

    [Fact]
    public async Task What_came_on_paper_is_entered_for_the_executor_and_says_so()
    {
        await using var coordinator = await site.SignIn("khmelnytskyi-koordynator", scripts: false);
        await coordinator.Page.GotoAsync("/obligations?standing=owed");
        await coordinator.Page.ClickAsync("table.reg a.row");
        await coordinator.Page.ClickAsync("text=Внести за виконавця");
        await coordinator.Page.FillAsync("#narrative", "Проведено нараду.");
        await coordinator.Page.ClickAsync("label.opt:has(input[value=InProgress])");
        await coordinator.Page.ClickAsync("button[value=check]");
        await coordinator.Page.FillAsync("#paper", "лист від 15.06.2022 № 12");
        await coordinator.Page.ClickAsync("main form button.btn");

        await coordinator.Page.ClickAsync("text=Переглянути подане");

        Assert.Contains("Внесено за виконавця: лист від 15.06.2022 № 12", await coordinator.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_storage_did_not_take_is_told_and_tried_again()
    {
        await using var executor = await site.SignIn("khmelnytskyi-ekonomika");
        await executor.Page.GotoAsync("/obligations?standing=owed");
        await executor.Page.GotoAsync(await executor.Page.Locator("main a.row").Nth(1).GetAttributeAsync("href") + "/edit");
        await executor.Page.Clock.InstallAsync();
        await executor.Page.RouteAsync("**/edit", route => route.FulfillAsync(new()
        {
            Status = 503,
            ContentType = "application/problem+json; charset=utf-8",
            Body = """{"title":"Сховище не відповідає","status":503,"detail":"База даних не відповідає. Введене лишилося на сторінці. Спробуйте ще раз за хвилину."}""",
        }), new() { Times = 1 });
        await executor.Page.FillAsync("#narrative", "Текст, якого ще ніде немає.");
        await executor.Page.Clock.FastForwardAsync(2500);
        await executor.Page.Locator("[data-saved]", new() { HasTextString = "База даних не відповідає." }).WaitForAsync(new() { Timeout = 8000 });

        await executor.Page.Clock.FastForwardAsync(10_500);
        await executor.Page.Locator("[data-saved]", new() { HasTextString = "Чернетку збережено о" }).WaitForAsync(new() { Timeout = 8000 });
    }

    [Fact]
    public async Task Two_who_edit_one_report_both_see_both_texts()
    {
        await using var first = await site.SignIn("khmelnytskyi-ekonomika");
        await first.Page.GotoAsync("/obligations?standing=owed");
        await first.Page.GotoAsync(await first.Page.GetAttributeAsync("main a.row", "href") + "/edit");
        await using var second = await site.SignIn("khmelnytskyi-ekonomika", scripts: false);
        await second.Page.GotoAsync(first.Page.Url);
        await first.Page.FillAsync("#narrative", "Текст першого.");
        await first.Page.Locator("[data-saved]", new() { HasTextString = "Чернетку збережено о" }).WaitForAsync(new() { Timeout = 8000 });

        await second.Page.FillAsync("#narrative", "Текст другого.");
        await second.Page.ClickAsync("button[value=save]");

        Assert.Contains("Текст першого.", await second.Text(), StringComparison.Ordinal);
        Assert.Equal("Текст другого.", await second.Page.InputValueAsync("#narrative"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_head_sees_on_a_telephone_in_one_sentence_what_is_going_on(bool scripts)
    {
        await using var head = await site.SignIn("hlukhiv-kerivnyk", 360, scripts);
        await head.Page.GotoAsync("/overview");

        Assert.Contains("подано", await head.Text(".lead"), StringComparison.Ordinal);
        Assert.True(await head.Overflow() <= 0);
        Assert.True((await head.Page.Locator(".lead").BoundingBoxAsync())!.Y < 700, "the finding is below the first screen");
    }

    [Fact]
    public async Task A_citizen_reads_the_progress_without_a_cookie_or_a_script()
    {
        await using var citizen = await site.Visitor(360, scripts: false);
        await citizen.Page.Context.ClearCookiesAsync();
        await citizen.Page.GotoAsync("/progress");
        await citizen.Page.ClickAsync("main a");

        Assert.Contains("Виконується", await citizen.Text(), StringComparison.Ordinal);
        Assert.Empty(await citizen.Cookies());
        Assert.Equal(0, await citizen.Page.Locator("script").CountAsync());
    }

    [Fact]
    public async Task The_day_moves_and_the_pages_follow()
    {
        await using var coordinator = await site.SignIn("zhytomyr-koordynator");
        await coordinator.Page.GotoAsync("/overview");
        var before = await coordinator.Text(".figs");
        await coordinator.Page.FillAsync(".demo input[type=date]", "2020-12-28");
        await coordinator.Page.ClickAsync(".demo button:text('Перейти')");

        Assert.EndsWith("/overview", coordinator.Page.Url, StringComparison.Ordinal);
        Assert.Contains("28 грудня 2020 року", await coordinator.Text(".demo"), StringComparison.Ordinal);
        Assert.NotEqual(before, await coordinator.Text(".figs"));
    }

    [Fact]
    public async Task A_report_is_written_and_handed_in_with_the_keyboard_alone()
    {
        // The coordinator's own unit owes like any other.
        await using var executor = await site.SignIn("khmelnytskyi-koordynator");
        await executor.Page.Locator("section.sec:has(h2:text-is('Подати')) .tasks a").First.FocusAsync();
        await executor.Page.Keyboard.PressAsync("Enter");
        await executor.Arrive("/edit");
        async Task TabTo(string selector)
        {
            for (var i = 0; i < 60 && !await executor.Page.EvaluateAsync<bool>($"document.activeElement.matches(\"{selector}\")"); i++) await executor.Page.Keyboard.PressAsync("Tab");
            Assert.True(await executor.Page.EvaluateAsync<bool>($"document.activeElement.matches(\"{selector}\")"), $"{selector} is not reached by Tab");
        }
        await TabTo("#narrative");
        await executor.Page.Keyboard.TypeAsync("Підготовлено чотири публікації.");
        await TabTo("input[name=state]");
        await executor.Page.Keyboard.PressAsync("ArrowDown");
        await TabTo("button[value=check]");
        await executor.Page.Keyboard.PressAsync("Enter");
        await executor.Arrive("/check");
        await TabTo("main form button.btn");
        await executor.Page.Keyboard.PressAsync("Enter");
        await executor.Arrive("/receipt");

        Assert.Matches(@"№ 2022-\d{4}", await executor.Text());
    }
}
