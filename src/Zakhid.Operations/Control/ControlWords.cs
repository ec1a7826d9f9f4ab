using Zakhid.Control;
using Zakhid.Text;

namespace Zakhid.Operations.Control;

/// <summary>Facts of control in the words of pages and papers.</summary>
public static class ControlWords
{
    /// <summary>What happened, without who and when.</summary>
    public static string Ukrainian(ControlFact fact) => fact switch
    {
        ControlStart => "Узято на контроль",
        ReturnToControl => "Повернено на контроль",
        ExtensionRequest asked => $"Клопотання: з {UkrainianDate.Short(asked.Of)} на {UkrainianDate.Short(asked.To.Nominal)}{(asked.Late ? ", із запізненням" : "")}",
        Extension moved => $"Строк продовжено: з {UkrainianDate.Short(moved.Of)} на {UkrainianDate.Short(moved.To.Nominal)}{(moved.AfterTerm ? "; рішення після строку, прострочення лишається" : "")}{(moved.SetBy == DateSetter.HigherAct ? "; документом вищого органу" : "")}",
        ExtensionDeclined => "Клопотання відхилено",
        InterimInformation => "Проміжна інформація",
        Escalation told => $"Доповідь про затримку: {told.Addressee}",
        _ => "Знято з контролю",
    };

    public static string English(ControlFact fact) => fact switch
    {
        ControlStart => "Put under control",
        ReturnToControl => "Put back under control",
        ExtensionRequest asked => $"Extension asked: from {EnglishDate.Full(asked.Of)} to {EnglishDate.Full(asked.To.Nominal)}{(asked.Late ? ", late" : "")}",
        Extension moved => $"Term extended: from {EnglishDate.Full(moved.Of)} to {EnglishDate.Full(moved.To.Nominal)}{(moved.AfterTerm ? "; decided after the term, the delay stays" : "")}{(moved.SetBy == DateSetter.HigherAct ? "; by a document of the body above" : "")}",
        ExtensionDeclined => "Extension declined",
        InterimInformation => "Interim information",
        Escalation told => $"Delay reported: {told.Addressee}",
        _ => "Removed from control",
    };
}
