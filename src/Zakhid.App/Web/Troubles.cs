using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Zakhid.Documents;
using Zakhid.Operations.Storage;

namespace Zakhid.App.Web;

/// What went wrong becomes a sentence for a person, problem+json for a program, and the cause for the log.
sealed partial class Troubles(RequestDelegate next, ILogger<Troubles> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested) { }
        catch (RuleBroken rule) when (!http.Response.HasStarted)
        {
            await Answer(http, rule.Rule.EndsWith("unknown", StringComparison.Ordinal) ? 404 : 409, RuleWords.Of(rule, Language.IsEnglish(http)));
        }
        catch (BadHttpRequestException large) when (!http.Response.HasStarted && large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await Answer(http, 413, Language.IsEnglish(http) ? "The file is larger than 25 MB and was not taken. Make its pictures smaller or split it" : "Файл більший за 25 МБ: його не прийнято. Зменште зображення або поділіть файл на частини");
        }
        catch (FileRefused refused) when (!http.Response.HasStarted)
        {
            await Answer(http, 422, refused.Message);
        }
        catch (StorageFailed failed) when (!http.Response.HasStarted)
        {
            StorageTrouble(log, failed.Trouble, failed);
            await Answer(http, 503, failed.Message, await TypedForm.Again(http));
        }
        catch (Exception cause) when (!http.Response.HasStarted)
        {
            var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(3));
            Unforeseen(log, code, http.Request.Path, cause);
            await Answer(http, 500, Language.IsEnglish(http)
                ? $"Something failed on our side; nothing was half-saved. Go back and try again. Code for the administrator: {code}"
                : $"Не вдалося виконати з нашої вини; нічого не збережено наполовину. Поверніться й спробуйте ще раз. Код для адміністратора: {code}");
        }
    }

    public static async Task Answer(HttpContext http, int status, string? sentence = null, string? form = null)
    {
        var english = Language.IsEnglish(http);
        var (title, text) = status switch
        {
            404 => english ? ("No such page", "The address is mistyped, or the page has moved. Start from your day.") : ("Такої сторінки немає", "Адресу набрано з помилкою, або сторінку перенесено. Почніть зі свого дня."),
            403 => english ? ("Not your page", "Your role does not open it. If it should, write to the coordinator.") : ("Ця сторінка не для вашої ролі", "Якщо вона вам потрібна, напишіть координаторові."),
            400 => english ? ("The form is out of date", "Go back, reload the page and send it again.") : ("Форма застаріла", "Поверніться, оновіть сторінку й надішліть ще раз."),
            503 => english ? ("Storage does not answer", "") : ("Сховище не відповідає", ""),
            409 or 422 => english ? ("Not done", "") : ("Не виконано", ""),
            _ => english ? ("Something failed", "") : ("Не вдалося", ""),
        };
        text = sentence ?? text;
        http.Response.StatusCode = status;
        if (http.Request.Headers.Accept.ToString() is var accept && accept.Contains("json", StringComparison.Ordinal) && !accept.Contains("html", StringComparison.Ordinal))
        {
            http.Response.ContentType = "application/problem+json; charset=utf-8";
            await http.Response.WriteAsync(JsonSerializer.Serialize(new { title, status, detail = text }, Json.Options));
            return;
        }
        http.Response.ContentType = "text/html; charset=utf-8";
        var style = http.RequestServices.GetRequiredService<Styles>().Path;
        await http.Response.WriteAsync($"""
            <!doctype html><html lang="{(english ? "en" : "uk")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} — Захід</title><link rel="icon" type="image/svg+xml" href="/icon.svg"><link rel="stylesheet" href="{style}"></head>
            <body><header class="top"><div class="in"><a class="brand" href="/today"><b>Захід</b></a></div></header><main id="main"><div class="in"><div class="head cols"><aside></aside><div><h1>{title}</h1><p class="lead">{WebUtility.HtmlEncode(text)}</p>
            {form ?? $"<div class=\"acts\"><a class=\"btn\" href=\"/today\">{(english ? "My day" : "Мій день")}</a></div>"}</div></div></div></main></body></html>
            """, Encoding.UTF8);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Storage: {Trouble}")]
    static partial void StorageTrouble(ILogger log, StorageTrouble trouble, Exception cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Code} at {Path}")]
    static partial void Unforeseen(ILogger log, string code, string path, Exception cause);
}
